#ifndef CASUS_CLI_INPUTS_H_
#define CASUS_CLI_INPUTS_H_

// What the command line names, as one stream in its order: articles, annotations, and what could
// not be read.

#include <cstddef>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "interchange/readers.h"

namespace casus::cli {

struct Problem {
  std::string article;  // its id; where it did not get as far as one, the path that was given
  std::string reason;
};

using Input = std::variant<v1::Article, v1::ArticleAnnotation, Problem>;

// What a pipeline of inputs holds at a time, and what an input counts there: an annotation takes
// several times the bytes of its text.
inline constexpr std::size_t kPipelineBytes = std::size_t{64} << 20;
std::size_t weight(const Input& input);

// A problem goes through `sink` like everything else and does not stop what comes after it.
// `is_known`: see interchange::ReadCallbacks.
void read_inputs(const std::vector<std::string>& paths, const std::function<void(Input&&)>& sink,
                 const std::function<bool(const interchange::RawRecord&)>& is_known = {});

}  // namespace casus::cli

#endif  // CASUS_CLI_INPUTS_H_
