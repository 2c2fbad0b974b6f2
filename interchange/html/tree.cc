#include "interchange/html/tree.h"

#include <fmt/format.h>

#include <csetjmp>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "graph/error.h"
#include "interchange/html/guard.h"
#include "interchange/words.h"

namespace casus::interchange {

// Gumbo's memory, given back as a whole: its own way of freeing a tree recurses. Gumbo cannot be
// told that there is no more of it, so that it is left by a jump; there are only frames of C
// between there and here.
struct HtmlTree::Arena {
  static constexpr std::size_t kBlock = 256 << 10;
  static constexpr std::size_t kAlign = alignof(std::max_align_t);

  struct Block {
    Block* before;
  };

  ~Arena() {
    while (last != nullptr) {
      Block* before = last->before;
      std::free(last);
      last = before;
    }
  }

  void* allocate(std::size_t size) {
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left) {
      const std::size_t head = (sizeof(Block) + kAlign - 1) / kAlign * kAlign;
      const std::size_t bytes = head + (size > kBlock ? size : kBlock);
      taken += bytes;
      if (taken > kMaxTreeBytes) std::longjmp(out_of_memory, 1);
      auto* block = static_cast<Block*>(std::malloc(bytes));
      if (block == nullptr) std::longjmp(out_of_memory, 1);
      block->before = last;
      last = block;
      next = reinterpret_cast<char*>(block) + head;
      left = bytes - head;
    }
    void* given = next;
    next += size;
    left -= size;
    return given;
  }

  // nullptr if it would take too much.
  const GumboNode* parse(const char* html, std::size_t size) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.userdata = this;
    options.allocator = [](void* arena, std::size_t bytes) {
      return static_cast<Arena*>(arena)->allocate(bytes);
    };
    options.deallocator = [](void*, void*) {};
    if (setjmp(out_of_memory) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html, size)->root;
  }

  Block* last = nullptr;
  char* next = nullptr;
  std::size_t left = 0;
  std::size_t taken = 0;
  std::jmp_buf out_of_memory;
};

HtmlTree::HtmlTree(std::string_view html)
    : arena_(std::make_unique<Arena>()), html_(bounded_html(html)) {
  root_ = arena_->parse(html_.data(), html_.size());
  if (root_ == nullptr) {
    throw InputError(
        fmt::format("is too large a page: its tree takes more than {} MB.", kMaxTreeBytes >> 20));
  }
}

HtmlTree::~HtmlTree() = default;

const GumboNode& HtmlTree::root() const { return *root_; }

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_element(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}

std::string_view tag_name(const GumboNode& element) {
  return gumbo_normalized_tagname(element.v.element.tag);
}

std::string_view attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode& element, const char* name) {
  return gumbo_get_attribute(&element.v.element.attributes, name) != nullptr;
}

std::string_view text_of(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      return node.v.text.text;
    default:
      return {};
  }
}

void walk(const GumboNode& top, const std::function<bool(const GumboNode&)>& enter,
          const std::function<void(const GumboNode&)>& leave) {
  struct Step {
    const GumboNode* node;
    unsigned child;
  };
  std::vector<Step> path;
  if (!enter(top) || !is_element(top)) return;
  path.push_back({&top, 0});
  while (!path.empty()) {
    Step& step = path.back();
    const GumboVector& children = step.node->v.element.children;
    if (step.child == children.length) {
      if (leave) leave(*step.node);
      path.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[step.child++]);
    if (enter(*child) && is_element(*child)) path.push_back({child, 0});
  }
}

std::string line_of(const GumboNode& node) {
  std::string line;
  walk(node, [&](const GumboNode& at) {
    append_collapsed(line, text_of(at));
    if (is_element(at, GUMBO_TAG_BR)) append_collapsed(line, " ");
    return !is_element(at, GUMBO_TAG_SCRIPT) && !is_element(at, GUMBO_TAG_STYLE);
  });
  return std::string(trim(line));
}

void append_collapsed(std::string& out, std::string_view text) {
  // Soft hyphen, zero-width space and no-break space, byte order mark.
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  const auto invisible = [&](std::string_view rest) -> std::size_t {
    if (rest.starts_with("\xC2\xAD")) return 2;
    if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) return 3;
    return 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte <= 0x20 || byte == 0x7F || (byte == 0xC2 && text.substr(i).starts_with(kNoBreak))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += byte == 0xC2 ? 2 : 1;
    } else if (const std::size_t none = byte < 0xC2 ? 0 : invisible(text.substr(i)); none > 0) {
      i += none;
    } else {
      out += text[i++];
    }
  }
}

}  // namespace casus::interchange
