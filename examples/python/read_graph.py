#!/usr/bin/env python3
"""The claims of a graph that are both asserted and denied, with who does.

    casus export --all --format protobuf | read_graph.py

Reads the frames of `casus export` with nothing but the .proto files.
"""

import collections
import sys

import casus_proto

graph = casus_proto.load("graph")
subgraph = casus_proto.load("subgraph")


def joined(nodes, links):
    """The first key, in order, of the cluster that each node is in: links join what is the same."""
    parent = {key: key for key in nodes}

    def root(key):
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in links:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return {key: root(key) for key in parent}


def main():
    nodes, edges = {}, []
    for frame in casus_proto.read_frames(subgraph.Subgraph, sys.stdin.buffer):
        nodes.update((node.key, node) for node in frame.nodes)
        edges.extend(frame.edges)

    kinds = graph.EdgeKind
    same = [(e.source, e.target) for e in ends(edges, kinds.same_as)
            if nodes[e.source].kind == graph.NodeKind.claim]
    cluster = joined((k for k, n in nodes.items() if n.kind == graph.NodeKind.claim), same)
    makers = collections.defaultdict(set)
    for edge in ends(edges, kinds.made):
        makers[edge.target].add(nodes[edge.source].actor.name)

    sides = collections.defaultdict(lambda: {kinds.asserts: set(), kinds.denies: set()})
    for kind in (kinds.asserts, kinds.denies):
        for edge in ends(edges, kind):
            article = nodes[nodes[edge.source].source].article
            for name in makers[edge.source] or {"somebody"}:
                sides[cluster[edge.target]][kind].add(
                    f"{name} ({article.outlet}, {article.published})")

    for claim in sorted(sides, key=lambda key: (nodes[key].published, key)):
        if all(sides[claim].values()):
            print(nodes[claim].claim.text)
            print("  asserted by", "; ".join(sorted(sides[claim][kinds.asserts])))
            print("  denied by  ", "; ".join(sorted(sides[claim][kinds.denies])))


Ends = collections.namedtuple("Ends", "source target")


def ends(edges, kind):
    return [Ends(getattr(edge, "from"), edge.to) for edge in edges if edge.kind == kind]


if __name__ == "__main__":
    main()
