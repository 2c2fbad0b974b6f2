#ifndef CASUS_EXTRACT_EXTRACTOR_H_
#define CASUS_EXTRACT_EXTRACTOR_H_

// From an article to its annotation: the rule-based extractor of conflict events and attributions.
//
// Deterministic: the same article and lexicon give the same annotation, on any machine, with any
// number of threads. Offline: reads nothing but the lexicon and Link Grammar's dictionary.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "casus/v1/annotation.pb.h"
#include "extract/explanation.h"
#include "extract/grammar.h"
#include "extract/lexicon/lexicon.h"

namespace casus::extract {

inline constexpr const char* kExtractorName = "casus";

// About 80,000 words. What lies beyond is stored with the rest, but gives no items:
// some steps compare the statements of an article with one another.
inline constexpr std::size_t kMaxExtractedBytes = 512 << 10;

// The version that annotations carry: the rules' version and the lexicon's fingerprint,
// "2+3fa97c01". Articles annotated by another version are annotated again.
std::string extractor_version(const Lexicon& lexicon);

struct ExtractionStats {
  std::uint64_t sentences = 0;
  std::uint64_t parsed = 0;   // by Link Grammar
  std::uint64_t shallow = 0;  // by the fallback
  double seconds = 0;         // in all
  double parser_seconds = 0;  // of that, in parsers
};

// One a thread; the lexicon and the grammar are shared.
class Extractor {
 public:
  Extractor(std::shared_ptr<const Lexicon> lexicon, std::shared_ptr<const Grammar> grammar);
  ~Extractor();

  // `article.text` and `article.title` must be valid UTF-8; the title is read like a sentence, and
  // what the text tells as well has its evidence in both. An article in another language than
  // English (declared, or told by its words) gives an annotation with no items; of a text longer
  // than kMaxExtractedBytes only the beginning is read. `unread`, if given, then says so in a
  // sentence, and is empty otherwise; `why`, if given, then explains every event and statement.
  // Never throws on content. Cost: about 8 ms a sentence with a trigger or a cue, almost nothing
  // for others.
  v1::ArticleAnnotation extract(const v1::Article& article, std::string* unread = nullptr,
                                std::vector<Explanation>* why = nullptr);

  const ExtractionStats& stats() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_EXTRACTOR_H_
