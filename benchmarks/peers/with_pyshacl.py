"""The shipped graph validated in a few lines of pyshacl: its flat view, the shapes, and the report as text."""

import sys
from pathlib import Path

import pyshacl
import rdflib

from mhgraph.graph import load_graph
from mhgraph.project.folders import Project

project = Project(Path(__file__).parent.parent.parent)
flat = load_graph(project).flat()
shapes = rdflib.Graph()
for path in project.shapes:
    shapes.parse(path, format="turtle")
data = rdflib.Graph().parse(data=flat, format="nt")
conforms, _, text = pyshacl.validate(data, shacl_graph=shapes)
print(text)
sys.exit(0 if conforms else 1)
