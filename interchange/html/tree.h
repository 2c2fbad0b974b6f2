#ifndef CASUS_INTERCHANGE_HTML_TREE_H_
#define CASUS_INTERCHANGE_HTML_TREE_H_

// A page as gumbo parses it, and what is asked of its nodes. Nothing here recurses: a page may be
// nested as it likes. Threads: a tree does not change; it may be read by many.

#include <gumbo.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace casus::interchange {

class HtmlTree {
 public:
  // `html` is UTF-8. Throws InputError if its tree would take more than kMaxTreeBytes, which no
  // page does that was written to be read.
  static constexpr std::size_t kMaxTreeBytes = std::size_t{256} << 20;
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode& root() const;  // <html>

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
  std::string html_;
  const GumboNode* root_ = nullptr;
};

bool is_element(const GumboNode& node);
bool is_element(const GumboNode& node, GumboTag tag);
// Lower case; empty for elements that HTML does not know.
std::string_view tag_name(const GumboNode& element);
// Empty if it has none.
std::string_view attribute(const GumboNode& element, const char* name);
bool has_attribute(const GumboNode& element, const char* name);
// Of text nodes; empty for others.
std::string_view text_of(const GumboNode& node);

// Goes through `top` and what is in it, in the order of the page. `enter` says whether to go into
// an element; `leave` is called behind it if so, and is not called for text.
void walk(const GumboNode& top, const std::function<bool(const GumboNode&)>& enter,
          const std::function<void(const GumboNode&)>& leave = {});

// Its text as one line, without scripts and styles.
std::string line_of(const GumboNode& node);

// Appends `text` with its white space collapsed to single spaces, none at the beginning of `out`;
// invisible characters are left out.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_HTML_TREE_H_
