// N-Quads and TriG, by serd.

#include <serd/serd.h>

#include <memory>
#include <string>
#include <utility>

#include "graph/error.h"
#include "interchange/markup.h"
#include "interchange/rdf/statements.h"
#include "interchange/subgraph_writers.h"

namespace casus::interchange {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

SerdNode node(SerdType type, std::string_view text) {
  return serd_node_from_substring(type, bytes_of(text), text.size());
}

std::size_t append(const void* bytes, std::size_t size, void* out) {
  static_cast<std::ostream*>(out)->write(static_cast<const char*>(bytes),
                                         static_cast<std::streamsize>(size));
  return size;  // a failed stream is found by `check`
}

// serd would print it.
SerdStatus keep(void* /*handle*/, const SerdError* error) { return error->status; }

struct Free {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
  void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
};

class SerdSinkOf : public RdfSink {
 public:
  SerdSinkOf(SerdSyntax syntax, SerdStyle style, std::ostream& out)
      : out_(out),
        env_(serd_env_new(nullptr)),
        writer_(serd_writer_new(syntax, style, env_.get(), nullptr, append, &out)) {
    serd_writer_set_error_sink(writer_.get(), keep, nullptr);
    for (const RdfPrefix& prefix : rdf_prefixes()) {
      const SerdNode name = node(SERD_LITERAL, prefix.name);
      const SerdNode iri = node(SERD_URI, prefix.iri);
      must(serd_writer_set_prefix(writer_.get(), &name, &iri));
    }
  }

  void begin(std::string_view graph, std::string_view subject) override {
    graph_ = graph;
    subject_ = subject;
  }
  void iri(std::string_view property, std::string_view value) override {
    add(property, node(SERD_URI, value));
  }
  void name(std::string_view property, std::string_view value) override {
    add(property, node(SERD_CURIE, value));
  }
  void literal(std::string_view property, std::string_view value,
               std::string_view datatype) override {
    const std::string text = valid_text(value);
    add(property, node(SERD_LITERAL, text), datatype);
  }
  void finish() override {
    must(serd_writer_finish(writer_.get()));
    out_.flush();
    check(out_);
  }

 private:
  static void must(SerdStatus status) {
    if (status == SERD_SUCCESS) return;
    throw Error(std::string("RDF could not be written: ") +
                reinterpret_cast<const char*>(serd_strerror(status)));
  }

  void add(std::string_view property, const SerdNode& object, std::string_view datatype = {}) {
    const SerdNode graph = node(SERD_URI, graph_);
    const SerdNode subject = node(SERD_URI, subject_);
    const SerdNode predicate = node(SERD_CURIE, property);
    const SerdNode type = node(SERD_CURIE, datatype);
    must(serd_writer_write_statement(writer_.get(), 0, graph_.empty() ? nullptr : &graph, &subject,
                                     &predicate, &object, datatype.empty() ? nullptr : &type,
                                     nullptr));
  }

  std::ostream& out_;
  std::unique_ptr<SerdEnv, Free> env_;
  std::unique_ptr<SerdWriter, Free> writer_;
  std::string graph_;
  std::string subject_;
};

}  // namespace

std::unique_ptr<RdfSink> make_nquads_sink(std::ostream& out) {
  return std::make_unique<SerdSinkOf>(SERD_NQUADS, SERD_STYLE_BULK, out);
}

std::unique_ptr<RdfSink> make_trig_sink(std::ostream& out) {
  const auto style = static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK);
  return std::make_unique<SerdSinkOf>(SERD_TRIG, style, out);
}

}  // namespace casus::interchange
