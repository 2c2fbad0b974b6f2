#ifndef CASUS_EXTRACT_TITLE_ARTICLE_TEXT_H_
#define CASUS_EXTRACT_TITLE_ARTICLE_TEXT_H_

// What is read of an article: the beginning of its text, and after that its headline. The headline
// comes last because it sums up: the text's wording of what both tell is met first and stands, and
// the text has said whom a name in the headline means. Immutable; owns its bytes.

#include <string>
#include <string_view>

#include "casus/v1/annotation.pb.h"
#include "extract/lexicon/lexicon.h"

namespace casus::extract {

class ArticleText {
 public:
  // At most `limit` bytes of the text. A title that the text begins with is not read twice; a text
  // that is its title and no more, as of a feed that has headlines only, is read as a headline.
  ArticleText(const v1::Article& article, std::size_t limit, const Lexicon& lexicon);

  std::string_view bytes() const { return bytes_; }
  std::size_t headline() const { return headline_; }      // where it begins; bytes().size() if none
  std::size_t text_bytes() const { return text_bytes_; }  // of the text, how many are read

  // Turns the offsets in `bytes()` of all spans of the annotation into offsets in the article's
  // text and title.
  void place_spans(v1::ArticleAnnotation& annotation) const;

 private:
  std::string bytes_;
  std::size_t text_bytes_ = 0;
  std::size_t headline_ = 0;
  std::size_t headline_in_title_ = 0;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_TITLE_ARTICLE_TEXT_H_
