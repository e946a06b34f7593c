"""The network: projections into networkx, measures and paths over them, exports, and one interactive page."""
