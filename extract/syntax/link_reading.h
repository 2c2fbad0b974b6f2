#ifndef CASUS_EXTRACT_SYNTAX_LINK_READING_H_
#define CASUS_EXTRACT_SYNTAX_LINK_READING_H_

// What a linkage says, in our own terms.

#include <link-grammar/link-includes.h>

#include <vector>

#include "extract/syntax/grammar_clauses.h"
#include "extract/syntax/link_pieces.h"

namespace casus::extract {

// Adds what the linkage knows to `hints` (by token, from `first` on) and `relations`.
void read_linkage(Linkage linkage, const LinkPiece& piece, const Document& document,
                  std::uint32_t first, std::vector<Tag>& hints, std::vector<Relation>& relations);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_SYNTAX_LINK_READING_H_
