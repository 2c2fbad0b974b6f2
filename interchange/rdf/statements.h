#ifndef CASUS_INTERCHANGE_RDF_STATEMENTS_H_
#define CASUS_INTERCHANGE_RDF_STATEMENTS_H_

// RDF statements on their way into a file, of one subject in one graph after the other. Private to
// interchange.

#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace casus::interchange {

struct RdfPrefix {
  std::string_view name;  // "sem"
  std::string_view iri;
};
std::span<const RdfPrefix> rdf_prefixes();

// Properties and datatypes are prefixed names, whose prefixes are those above. Graphs, subjects and
// the values of `iri` are whole IRIs.
class RdfSink {
 public:
  virtual ~RdfSink() = default;
  // What the next statements are about; the default graph has no name.
  virtual void begin(std::string_view graph, std::string_view subject) = 0;
  virtual void iri(std::string_view property, std::string_view value) = 0;
  // A prefixed name as value.
  virtual void name(std::string_view property, std::string_view value) = 0;
  // Any bytes: those that are no text are replaced. No datatype: a plain text.
  virtual void literal(std::string_view property, std::string_view value,
                       std::string_view datatype = {}) = 0;
  virtual void finish() = 0;
};

std::unique_ptr<RdfSink> make_nquads_sink(std::ostream& out);
std::unique_ptr<RdfSink> make_trig_sink(std::ostream& out);
std::unique_ptr<RdfSink> make_json_ld_sink(std::ostream& out);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_RDF_STATEMENTS_H_
