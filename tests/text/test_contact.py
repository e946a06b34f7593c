"""What is an e-mail address or a telephone number, and what only looks like one."""

from __future__ import annotations

import pytest

from mhgraph.text.contact import address_holds_contact, holds_contact
from mhgraph.text.fragments import make_fragment


@pytest.mark.parametrize(
    "text",
    [
        "write to desk.one@mail.example.org",
        "call +41 22 717 91 11",
        "Tel. 0041 (22) 717-9111",
        "+1 (212) 555-0100 today",
        "022 555 01 00",
        "0225550100",
        "ask at 01 23 45 67 89.",
        "at 022/555 01 00",
        "020 7946 0958",
        "tel. 022 555 1234",
        "Tel: 555 0100",
        "Tél. : 55 50 10",
        "teléfono 912 345 678",
        "Phone (22) 555 01",
        "fax 5550100",
        "call us on 555 01 00",
        "(212) 555-0100",
        "(022) 555 01 00",
        "212-555-0100",
        "jane.doe (at) mail.example",
        "jane.doe[at]mail.example",
        "jane { at } mail (dot) example",
    ],
)
def test_contact_is_noticed(text: str) -> None:
    assert holds_contact(text)
    assert make_fragment([text, "another paragraph"], 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "resolution 1244 (1999)",
        "in 2018-2019",
        "about 1 200 000 people",
        "a @ b",
        "2030+",
        "A/RES/73/195",
        "A/RES/71/280 (2017), A/HRC/35/25",
        "WHA70.15",
        "resolutions 70.15 (2017) and 61.17 (2008)",
        "paras. 15 (e), 16 (c) and 31 (212) 2018-2019",
        "01.02.2018",
        "from 01/02/2018 to 03/02/2018",
        "01 02 2018",
        "2018-12-10",
        "from 09.30-10.30 2018",
        "0.5, 0.75 and 0.125 456",
        "call 2018-2019",
        "Call 1 200 000 people home",
        "a call of 2018: 193 States",
        "telephone survey of 2018/2019: 1 200 000 answers",
        "phone: 10/12/2018",
        "ISBN 978-92-4-151234-5",
        "ISSN 0028-0836",
        "SARS-CoV-2, COVID-19",
        "talks at (the) example.org",
        "look [at example.org]",
    ],
)
def test_numbers_and_signs_are_no_contact(text: str) -> None:
    assert not holds_contact(text)


@pytest.mark.parametrize(
    "iri",
    [
        "mailto:desk@mail.example",
        "TEL:5550100",
        "sms:5550100",
        "https://wa.me/41225550100",
        "https://mail.example/ask?to=jane.doe@mail.example",
        "https://mail.example/ask?to=jane.doe%40mail.example",
        "https://mail.example/call/%2B41225550100",
        "https://jane@mail.example/",
    ],
)
def test_contact_in_an_address_is_noticed(iri: str) -> None:
    assert address_holds_contact(iri)


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/@channel",
        "https://example.org/record/0012345678",
        "https://example.org/2018/01/02/0225550100",
        "https://example.org/A/RES/73/195?year=2018-2019",
        "https://example.org/photos/12345678@N00/page",
        "https://example.org/?q=health+2018+2019+2020",
        "https://example.org/telephone:5550100",
    ],
)
def test_numbers_and_signs_in_an_address_are_no_contact(iri: str) -> None:
    assert not address_holds_contact(iri)
