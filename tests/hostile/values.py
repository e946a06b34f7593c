"""Values that nothing is called, made to break out of wherever somebody pastes them."""

from __future__ import annotations

_NAMES = ("vhc-1", "Mara Venn", "RHB", "topic-well-water", "2031")
"""Names that mean something, so that a value which breaks out of its place would find rows."""
_AROUND = (
    '{}" }}',
    "{}' }}",
    "{} }} UNION {{ ?s ?p ?o }} #",
    "{}> ?p ?o . <x",
    "{}\\",
    '{}" UNDEF "',
    "{}) (UNDEF",
    '{}"@en }} ?a ?b ?c {{ "',
    "{}; DROP ALL",
    "{} --provision VHC",
    "{}\r\n}} #",
    "x{}\u0000",
)
"""What is written around them."""
_SPARQL = r"""
UNDEF
?event
$provision
* { ?s ?p ?o }
} UNION { ?s ?p ?o
<https://w3id.org/mhgraph/provision/vhc-1> <https://w3id.org/mhgraph/provision/vhc-2>
<https://w3id.org/mhgraph/provision/vhc-1>) (UNDEF
https://w3id.org/mhgraph/provision/vhc-1>
https://w3id.org/mhgraph/provision/vhc-1 https://w3id.org/mhgraph/provision/vhc-2
https://w3id.org/mhgraph/provision/vhc-1#
http://
http://[::1
urn:x:y
mailto:a@example.org
javascript:alert(1)
file:///etc/passwd
data:text/html,x
provision:vhc-1 provision:vhc-2
provision:vhc-1;
provision:
:vhc-1
mh:
mh:Event mh:Event
_:b0
[]
()
a/b|c
^<x:y>
SELECT * WHERE { ?s ?p ?o }
INSERT DATA { <x:a> <x:b> <x:c> }
DELETE WHERE { ?s ?p ?o }
CLEAR ALL
LOAD <http://127.0.0.1:9/>
SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }
\u0053ERVICE <http://127.0.0.1:9/> {}
FILTER(true)
BIND(1 AS ?x)
# parameter provision
VALUES ?provision { provision:vhc-1 } # parameter provision
"x"^^<http://www.w3.org/2001/XMLSchema#string>
"x"@en
'''
\u0022 } #
\U00000022
"""
_OTHERS = r"""
' OR '1'='1
'; DROP TABLE entity; --
%' OR form LIKE '%
$(touch touched)
`touch touched`
; touch touched
| touch touched
&& touch touched
> touched
../../../../etc/passwd
/etc/passwd
~
*
?
[a-z]*
(a+)+$
.*
^$
\
\\
\n
%s%s%s%n
%(name)s
{0}
{}
{{7*7}}
${7*7}
#{7*7}
<%= 7*7 %>
<script>alert(1)</script>
<img src=x onerror=alert(1)>
&lt;b&gt;
]]>
<!--
<?xml version="1.0"?>
=cmd|' /C calc'!A0
=HYPERLINK("http://127.0.0.1:9/","x")
@SUM(1+1)
+1+1
-1+1
--
-x
--help
--provision=vhc-1
--root=/
!!python/object:os.system
[bold red]x[/bold red]
NaN
Infinity
1e308
0x10
1_000
١٢٣
٢٠١٨
2018-02-30
2018-13-01
2018-1-1
02018-01-01
2018-01-01T00:00:00Z
2018-01-01Z
-2018
99999
null
true
undefined
constructor
__proto__
"""
_STRANGE = (
    "\x00",
    "a\x00b",
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "a\tb",
    "a\nb",
    "a\r\nb",
    "a\x0bb\x0cc",
    "\u2028",
    "\u200b",
    "\u202efdp.exe",
    "\ufeff",
    "\ufffe",
    "\U000e0041",
    "e\u0301" * 40,
    "\ufdfa" * 20,
    "\U0001f30a",
    "ﬁ",
    "İ",
    "\ud800",
    "x" * 2_000,
    "x" * 2_001,
    "x" * 100_000,
    '"' * 500,
    "{" * 500,
    "(" * 500 + ")" * 500,
    " vhc-1 \x00 ",
)


def _list_values() -> tuple[str, ...]:
    around = [text.format(name) for name in _NAMES for text in _AROUND]
    lines = [line for text in (_SPARQL, _OTHERS) for line in text.strip("\n").split("\n")]
    return tuple(dict.fromkeys([*lines, *_STRANGE, *around]))


HOSTILE = _list_values()
"""All of them, each once."""
