#ifndef CASUS_INTERCHANGE_WRITERS_H_
#define CASUS_INTERCHANGE_WRITERS_H_

// Messages to bytes. Writers stream and are deterministic. A failing stream throws Error.

#include <google/protobuf/message.h>

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"
#include "casus/v1/subgraph.pb.h"

namespace casus::interchange {

// protobuf's JSON mapping on one line, with the proto's own field names; zeros and empty strings
// are printed, absent optional fields and sub-messages are not.
std::string to_json_line(const google::protobuf::Message& message);

// Appends one length-delimited frame.
void write_delimited(const google::protobuf::MessageLite& message, std::ostream& out);

class SubgraphWriter {
 public:
  virtual ~SubgraphWriter() = default;
  virtual void write(const v1::Subgraph& frame) = 0;
  virtual void finish() = 0;  // must be called once, after the last frame
};

// format: "protobuf" (length-delimited frames) or "json" (one Subgraph object, laid out one node or
// edge a line; the frames with nodes must come first). Throws InputError for another, with the
// list. `out` must outlive the writer.
std::unique_ptr<SubgraphWriter> make_subgraph_writer(std::string_view format, std::ostream& out);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_WRITERS_H_
