#include "cli/inputs.h"

#include <utility>

#include "graph/error.h"

namespace casus::cli {

std::size_t weight(const Input& input) {
  constexpr std::size_t kLeast = 16 << 10;
  constexpr std::size_t kTimes = 4;
  if (const auto* article = std::get_if<v1::Article>(&input)) {
    return kLeast + kTimes * article->ByteSizeLong();
  }
  if (const auto* annotation = std::get_if<v1::ArticleAnnotation>(&input)) {
    return kLeast + kTimes * annotation->ByteSizeLong();
  }
  return kLeast;
}

void read_inputs(const std::vector<std::string>& paths, const std::function<void(Input&&)>& sink,
                 const std::function<bool(const interchange::RawRecord&)>& is_known) {
  interchange::ReadCallbacks callbacks;
  callbacks.is_known = is_known;
  callbacks.on_article = [&](v1::Article&& article) { sink(std::move(article)); };
  callbacks.on_annotation = [&](v1::ArticleAnnotation&& annotation) {
    sink(std::move(annotation));
  };
  for (const std::string& path : paths) {
    callbacks.on_error = [&](const InputError& error) { sink(Problem{path, error.what()}); };
    interchange::read_input(path, {}, callbacks);
  }
}

}  // namespace casus::cli
