#ifndef CASUS_INTERCHANGE_SUBGRAPH_WRITERS_H_
#define CASUS_INTERCHANGE_SUBGRAPH_WRITERS_H_

// The writers behind `make_subgraph_writer`. Private to interchange.

#include <filesystem>
#include <memory>
#include <ostream>

#include "interchange/writers.h"

namespace casus::interchange {

std::unique_ptr<SubgraphWriter> make_bundle_writer(const std::filesystem::path& folder,
                                                   const Lookup& lookup);
std::unique_ptr<SubgraphWriter> make_dot_writer(std::ostream& out);
std::unique_ptr<SubgraphWriter> make_ftm_writer(std::ostream& out, const Lookup& lookup);
std::unique_ptr<SubgraphWriter> make_geojson_writer(std::ostream& out, const Lookup& lookup);
std::unique_ptr<SubgraphWriter> make_gexf_writer(std::ostream& out);
std::unique_ptr<SubgraphWriter> make_graphml_writer(std::ostream& out);
std::unique_ptr<SubgraphWriter> make_json_ld_writer(std::ostream& out, const Lookup& lookup);
std::unique_ptr<SubgraphWriter> make_kuzu_writer(const std::filesystem::path& folder);
std::unique_ptr<SubgraphWriter> make_neo4j_writer(const std::filesystem::path& folder);
std::unique_ptr<SubgraphWriter> make_nquads_writer(std::ostream& out, const Lookup& lookup);
std::unique_ptr<SubgraphWriter> make_stix_writer(std::ostream& out, const Lookup& lookup);
std::unique_ptr<SubgraphWriter> make_timeline_writer(std::ostream& out, const Lookup& lookup);
std::unique_ptr<SubgraphWriter> make_trig_writer(std::ostream& out, const Lookup& lookup);

// Throws Error if the stream has failed.
void check(const std::ostream& out);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_SUBGRAPH_WRITERS_H_
