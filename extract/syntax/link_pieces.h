#ifndef CASUS_EXTRACT_SYNTAX_LINK_PIECES_H_
#define CASUS_EXTRACT_SYNTAX_LINK_PIECES_H_

// A sentence made ready for Link Grammar: cut into pieces of a length that it parses in bounded
// time, without what it stumbles over (quotation marks, brackets, capitals throughout).

#include <string>
#include <vector>

#include "extract/document/document.h"

namespace casus::extract {

struct LinkPiece {
  std::string text;                   // never empty
  std::vector<std::uint32_t> starts;  // byte in `text` at which each word begins
  std::vector<std::uint32_t> tokens;  // its token
  bool too_long = false;              // not to be parsed
};

std::vector<LinkPiece> cut_for_links(const Document& document, const Sentence& sentence);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_SYNTAX_LINK_PIECES_H_
