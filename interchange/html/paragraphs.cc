#include "interchange/html/paragraphs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace casus::interchange {
namespace {

constexpr std::array<GumboTag, 34> kInline = {
    GUMBO_TAG_A,      GUMBO_TAG_ABBR,   GUMBO_TAG_ACRONYM, GUMBO_TAG_B,     GUMBO_TAG_BDI,
    GUMBO_TAG_BDO,    GUMBO_TAG_BIG,    GUMBO_TAG_CITE,    GUMBO_TAG_CODE,  GUMBO_TAG_DATA,
    GUMBO_TAG_DEL,    GUMBO_TAG_DFN,    GUMBO_TAG_EM,      GUMBO_TAG_FONT,  GUMBO_TAG_I,
    GUMBO_TAG_IMG,    GUMBO_TAG_INS,    GUMBO_TAG_KBD,     GUMBO_TAG_LABEL, GUMBO_TAG_MARK,
    GUMBO_TAG_Q,      GUMBO_TAG_S,      GUMBO_TAG_SAMP,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,
    GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,     GUMBO_TAG_SUP,   GUMBO_TAG_TIME,
    GUMBO_TAG_TT,     GUMBO_TAG_U,      GUMBO_TAG_VAR,     GUMBO_TAG_WBR};

bool is_inline(const GumboNode& element) {
  const GumboTag tag = element.v.element.tag;
  return std::find(kInline.begin(), kInline.end(), tag) != kInline.end();
}

bool is_cell(const GumboNode& element) {
  return is_element(element, GUMBO_TAG_TD) || is_element(element, GUMBO_TAG_TH);
}

bool is_heading(const GumboNode& element) {
  const GumboTag tag = element.v.element.tag;
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

bool is_link(const GumboNode& element) {
  return is_element(element, GUMBO_TAG_A) || is_element(element, GUMBO_TAG_TIME);
}

// Puts the text of a walk together.
class Gatherer {
 public:
  void enter(const GumboNode& element) {
    if (is_element(element, GUMBO_TAG_BR)) {
      if (++breaks_ == 2) flush();
      append_collapsed(text_, " ");
    } else if (is_link(element)) {
      ++links_;
    } else if (is_cell(element)) {
      append_collapsed(text_, " ");
    } else if (!is_inline(element)) {
      flush();
    }
    if (is_heading(element)) ++headings_;
  }

  void leave(const GumboNode& element) {
    if (is_link(element)) {
      --links_;
    } else if (!is_inline(element) && !is_cell(element) && !is_element(element, GUMBO_TAG_BR)) {
      flush();
    }
    if (is_heading(element)) --headings_;
  }

  void text(const GumboNode& node) {
    const std::size_t before = text_.size();
    append_collapsed(text_, text_of(node));
    if (text_.size() == before || text_.back() == ' ') {
      if (text_.size() <= before + 1) return;  // white space
    }
    breaks_ = 0;
    if (links_ > 0) linked_ += text_.size() - before;
    if (block_ == nullptr) {
      block_ = node.parent;
      while (is_inline(*block_) && block_->parent != nullptr && is_element(*block_->parent)) {
        block_ = block_->parent;
      }
    }
  }

  void flush() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty()) {
      paragraphs_.push_back({std::move(text_), linked_, headings_ > 0, block_});
    }
    text_.clear();
    linked_ = 0;
    breaks_ = 0;
    block_ = nullptr;
  }

  std::vector<Paragraph> take() {
    flush();
    return std::move(paragraphs_);
  }

 private:
  std::vector<Paragraph> paragraphs_;
  std::string text_;
  std::size_t linked_ = 0;
  const GumboNode* block_ = nullptr;
  int breaks_ = 0;
  int links_ = 0;
  int headings_ = 0;
};

}  // namespace

std::vector<Paragraph> paragraphs_of(const GumboNode& top,
                                     const std::function<bool(const GumboNode&)>& skip) {
  Gatherer gatherer;
  walk(
      top,
      [&](const GumboNode& node) {
        if (!is_element(node)) {
          gatherer.text(node);
          return false;
        }
        if (&node != &top && skip(node)) {
          // Inline clutter does not glue the words around it.
          if (!is_inline(node)) gatherer.flush();
          return false;
        }
        gatherer.enter(node);
        return true;
      },
      [&](const GumboNode& element) { gatherer.leave(element); });
  return gatherer.take();
}

}  // namespace casus::interchange
