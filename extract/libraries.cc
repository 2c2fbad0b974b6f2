#include "extract/libraries.h"

#include <link-grammar/link-includes.h>

#include <string>

namespace casus::extract {

std::vector<Library> libraries() {
  // "link-grammar-5.12.0"
  const std::string text = linkgrammar_get_version();
  return {{"Link Grammar", text.substr(text.rfind('-') + 1)}};
}

}  // namespace casus::extract
