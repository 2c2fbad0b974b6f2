#ifndef CASUS_TESTS_INTERCHANGE_COLLECT_H_
#define CASUS_TESTS_INTERCHANGE_COLLECT_H_

#include <string>
#include <vector>

#include "interchange/readers.h"

namespace casus::tests {

// Everything that a reader gives.
struct Collected {
  std::vector<v1::Article> articles;
  std::vector<v1::ArticleAnnotation> annotations;
  std::vector<std::string> errors;

  interchange::ReadCallbacks callbacks() {
    return {[this](v1::Article&& article) { articles.push_back(std::move(article)); },
            [this](v1::ArticleAnnotation&& annotation) {
              annotations.push_back(std::move(annotation));
            },
            [this](const InputError& error) { errors.emplace_back(error.what()); }};
  }
};

}  // namespace casus::tests

#endif  // CASUS_TESTS_INTERCHANGE_COLLECT_H_
