"""The network for other programs: Gephi, Cytoscape, igraph, R, Neo4j, a spreadsheet. Equal networks, equal bytes."""

from mhgraph.export.formats import FORMATS, Format, export_network

__all__ = ["FORMATS", "Format", "export_network"]
