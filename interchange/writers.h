#ifndef CASUS_INTERCHANGE_WRITERS_H_
#define CASUS_INTERCHANGE_WRITERS_H_

// Messages to bytes. Writers stream and are deterministic. A failing stream throws Error.

#include <google/protobuf/message.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
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

// What the graph holds beyond the frames that are taken from it. A function that is not set finds
// nothing.
struct Lookup {
  std::function<std::optional<v1::Node>(const std::string& key)> node;
  // What stands there, in an article's text or title.
  std::function<std::string(const std::string& article, const v1::Span& span)> words;
};

class SubgraphWriter {
 public:
  virtual ~SubgraphWriter() = default;
  virtual void write(const v1::Subgraph& frame) = 0;
  virtual void finish() = 0;  // must be called once, after the last frame
};

// A text, bytes that are none, or several files in a folder.
enum class Shape { text, binary, folder };

// A format in which subgraphs leave.
struct SubgraphFormat {
  std::string_view name;  // "graphml"
  std::string_view what;  // what it is, and for which tools
  Shape shape;
};
std::span<const SubgraphFormat> subgraph_formats();

// `format` is one of the names above that is no folder; throws InputError for another, with the
// list. The frames with nodes must come before those with edges. `out` must outlive the writer.
// Memory: a frame, but for "dot" and "timeline", which are arranged as a whole: what they show is
// held until `finish`; `write` throws InputError where that is more than 100,000 nodes or a million
// edges.
//
// What stands before its neighbours in the stream asks `lookup` for them, and for the words to be
// quoted: the RDF formats, "geojson", "stix", "ftm" and "timeline", which remember the last 10,000
// nodes. "geojson" and "stix" cannot do without `lookup.node`; they throw InputError.
std::unique_ptr<SubgraphWriter> make_subgraph_writer(std::string_view format, std::ostream& out,
                                                     const Lookup& lookup = {});

// The same for a format of several files. `folder` must be there, and should be empty.
std::unique_ptr<SubgraphWriter> make_folder_writer(std::string_view format,
                                                   const std::filesystem::path& folder,
                                                   const Lookup& lookup = {});

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_WRITERS_H_
