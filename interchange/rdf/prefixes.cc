#include <array>

#include "interchange/rdf/statements.h"

namespace casus::interchange {

std::span<const RdfPrefix> rdf_prefixes() {
  static constexpr std::array<RdfPrefix, 9> kPrefixes = {{
      {"casus", "urn:casus:vocabulary#"},
      {"gaf", "http://groundedannotationframework.org/gaf#"},
      {"grasp", "http://groundedannotationframework.org/grasp#"},
      {"prov", "http://www.w3.org/ns/prov#"},
      {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
      {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
      {"schema", "https://schema.org/"},
      {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
      {"xsd", "http://www.w3.org/2001/XMLSchema#"},
  }};
  return kPrefixes;
}

}  // namespace casus::interchange
