#ifndef CASUS_QUERY_GRAPH_VIEW_H_
#define CASUS_QUERY_GRAPH_VIEW_H_

// The store as a Boost graph: a model of IncidenceGraph, BidirectionalGraph and PropertyGraph over
// one snapshot, so that Boost's algorithms, and yours, run on it as it lies on disk.
//
// (Design: adjacency is fetched once a vertex and direction, and shared by all copies of the view;
// kinds and the time window are bounds of the scans. To be written: see docs/architecture.md.)

#endif  // CASUS_QUERY_GRAPH_VIEW_H_
