// Quotations.

#include <algorithm>

#include "extract/document/parts.h"

namespace casus::extract {
namespace {

class QuoteFinder {
 public:
  explicit QuoteFinder(const std::vector<Token>& tokens) : tokens_(tokens) {}

  void read(Range paragraph) {
    paragraph_ = paragraph;
    continuing_ = double_ != kClosed;
    double_ = kClosed;
    single_ = kClosed;
    for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) read_token(i);
    if (double_ != kClosed) add(double_, paragraph.end);
  }

  std::vector<Quotation> take() {
    std::sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                              : a.tokens.end > b.tokens.end;
    });
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kClosed = 0xFFFFFFFF;

  void read_token(std::uint32_t i) {
    std::string_view mark = tokens_[i].text;
    if (mark == "“" || mark == "„" || mark == "«" || mark == "``") {
      open(i);
    } else if (mark == "”" || mark == "»") {
      close(i);
    } else if (mark == "\"" || mark == "''") {
      bool opens = free_before(i) && !free_after(i);
      bool closes = !free_before(i) && free_after(i);
      if (double_ == kClosed ? !closes || !follows_number(i) : opens && !closes) {
        open(i);
      } else {
        close(i);
      }
    } else if (mark == "‘" || mark == "'" || mark == "’") {
      read_single(i, mark);
    }
  }

  // An apostrophe stands apart from a word too: "workers' rights", "'90s".
  void read_single(std::uint32_t i, std::string_view mark) {
    if (mark != "’" && free_before(i) && !free_after(i)) {
      single_ = i;
    } else if (mark != "‘" && single_ != kClosed && !free_before(i) && free_after(i)) {
      if (i > single_ + 1) add(single_, i + 1);
      single_ = kClosed;
    }
  }

  void open(std::uint32_t i) {
    if (double_ != kClosed) add(double_, i);  // the earlier one was never closed
    double_ = i;
    single_ = kClosed;
  }

  void close(std::uint32_t i) {
    if (double_ == kClosed) return;
    add(double_, i + 1);
    double_ = kClosed;
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    Quotation quotation;
    quotation.tokens = {begin, end};
    quotation.continued = begin == paragraph_.begin && continuing_;
    found_.push_back(quotation);
  }

  bool free_before(std::uint32_t i) const {
    if (i == paragraph_.begin || tokens_[i].space_before) return true;
    const Token& before = tokens_[i - 1];
    return !before.word && !before.number && before.text != "." && before.text != "," &&
           before.text != "?" && before.text != "!" && before.text != "…" && before.text != "...";
  }
  bool free_after(std::uint32_t i) const {
    if (i + 1 >= paragraph_.end || tokens_[i + 1].space_before) return true;
    return !tokens_[i + 1].word && !tokens_[i + 1].number && tokens_[i + 1].text != "$";
  }
  bool follows_number(std::uint32_t i) const {  // inches
    return i > paragraph_.begin && tokens_[i - 1].number && !tokens_[i].space_before;
  }

  const std::vector<Token>& tokens_;
  std::vector<Quotation> found_;
  Range paragraph_;
  std::uint32_t double_ = kClosed;
  std::uint32_t single_ = kClosed;
  bool continuing_ = false;  // the paragraph before ended within a quotation
};

}  // namespace

std::vector<Quotation> find_quotations(const std::vector<Token>& tokens,
                                       const std::vector<Range>& paragraphs) {
  QuoteFinder finder(tokens);
  for (Range paragraph : paragraphs) finder.read(paragraph);
  return finder.take();
}

}  // namespace casus::extract
