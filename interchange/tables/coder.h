#ifndef CASUS_INTERCHANGE_TABLES_CODER_H_
#define CASUS_INTERCHANGE_TABLES_CODER_H_

// Puts an annotation of one event together while the readable line that is its text is written:
// whatever is named is evidence where it is named. Not thread-safe.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "casus/v1/annotation.pb.h"
#include "interchange/tables/format.h"

namespace casus::interchange {

class Coder {
 public:
  // `id` is the record's in its data set.
  Coder(const CodingContext& context, std::string_view id);

  v1::Article& article() { return *annotation_.mutable_article(); }
  v1::ArticleAnnotation& annotation() { return annotation_; }

  // Appends words to the text; control characters are blanks in it. Gives where they stand.
  v1::Span write(std::string_view words);

  // Lists an actor or place, unless it is there, and what it belongs to; `evidence` may be without
  // extent. Gives its key.
  std::string add(v1::Actor actor, const v1::Span& evidence);
  std::string add(v1::Place place, const v1::Span& evidence);
  // A country as the one or the other; its key, or empty if there is no such country.
  std::string add_country_actor(std::string_view iso3, const v1::Span& evidence);
  std::string add_country_place(std::string_view iso3, const v1::Span& evidence);

  // All of the text so far.
  v1::Span written() const;

  v1::ArticleAnnotation take() && { return std::move(annotation_); }

 private:
  const CodingContext& context_;
  v1::ArticleAnnotation annotation_;
};

// Who stands in a table under a name, perhaps in a country and perhaps with a code of CAMEO.
// Somebody known if nothing speaks against it; of a state, by the state's own name, the state.
v1::Actor actor_of(std::string_view name, std::string_view country, std::string_view cameo_code,
                   const Names& names);
// A place of this name in a country; a known one if it lies in that country.
v1::Place place_of(std::string_view name, std::string_view country, const Names& names);

// The host of a url without "www.": whose page it is.
std::string outlet_of(std::string_view url);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_TABLES_CODER_H_
