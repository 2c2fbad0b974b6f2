#include "extract/lexicon/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "graph/error.h"

namespace casus::extract {
namespace {

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string joined(std::span<const std::string_view> words) {
  std::string all;
  for (const std::string_view word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

// Well-formed UTF-8 without control characters other than tab and carriage return.
bool readable(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const auto lead = static_cast<unsigned char>(line[i]);
    if (lead < 0x80) {
      if (lead < 0x20 && lead != '\t' && lead != '\r') return false;
      ++i;
      continue;
    }
    const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || i + length > line.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(line[i + k]) & 0xC0U) != 0x80U) return false;
    const auto second = static_cast<unsigned char>(line[i + 1]);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

struct FileReader {
  std::string_view file;
  std::span<const TableShape> shapes;
  const std::function<void(const LexiconRow&)>& take;
  const TableShape* shape = nullptr;
  std::vector<std::size_t> columns;  // of the file -> of the shape; empty: the header is due
  std::uint32_t line_number = 0;

  [[noreturn]] void fail(const std::string& problem) const {
    throw InputError(fmt::format("{}, line {}: {}", file, line_number, problem));
  }

  void line(std::string_view text) {
    ++line_number;
    if (!readable(text))
      fail("this is not UTF-8 text; a lexicon file is plain UTF-8 with tab-separated cells.");
    const std::string_view bare = trim(text);
    if (bare.empty() || bare.front() == '#') return;
    if (bare.front() == '[')
      begin_table(bare);
    else if (shape == nullptr)
      fail("expected the name of a table in square brackets before its lines, such as [actors].");
    else if (columns.empty())
      header(text);
    else
      row(text);
  }

  void begin_table(std::string_view text) {
    const std::string_view name = text.substr(1, text.find(']') - 1);
    const auto known = std::ranges::find(shapes, name, &TableShape::name);
    if (known == shapes.end() || text.back() != ']') {
      std::vector<std::string_view> names;
      for (const TableShape& table : shapes) names.push_back(table.name);
      fail(fmt::format("{} is no table; expected one of these names in square brackets: {}.", text,
                       joined(names)));
    }
    shape = &*known;
    columns.clear();
  }

  void header(std::string_view text) {
    for (const std::string_view cell : split(text, '\t')) {
      const auto known = std::ranges::find(shape->columns, cell);
      if (known == shape->columns.end())
        fail(fmt::format(
            "\"{}\" is no column of the table [{}]; the first line of a table names its "
            "columns, out of these: {}.",
            cell, shape->name, joined(shape->columns)));
      const auto column = static_cast<std::size_t>(known - shape->columns.begin());
      if (std::ranges::count(columns, column) > 0)
        fail(fmt::format("the column \"{}\" is named twice; name it once.", cell));
      columns.push_back(column);
    }
    for (std::size_t i = 0; i < shape->required; ++i)
      if (std::ranges::count(columns, i) == 0)
        fail(fmt::format("the table [{}] lacks its column \"{}\"; add it to this line.",
                         shape->name, shape->columns[i]));
  }

  void row(std::string_view text) {
    const std::vector<std::string_view> found = split(text, '\t');
    std::vector<std::string_view> cells(shape->columns.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i < columns.size())
        cells[columns[i]] = found[i];
      else if (!found[i].empty())
        fail(fmt::format("there are {} cells, but the table's first line names {} columns.",
                         found.size(), columns.size()));
    }
    const LexiconRow row(file, line_number, *shape, std::move(cells));
    for (std::size_t i = 0; i < shape->required; ++i)
      if (row[shape->columns[i]].empty())
        row.fail(shape->columns[i], "this cell must not be empty.");
    take(row);
  }
};

}  // namespace

std::size_t LexiconRow::index(std::string_view column) const {
  return static_cast<std::size_t>(std::ranges::find(shape_.columns, column) -
                                  shape_.columns.begin());
}

std::string_view LexiconRow::operator[](std::string_view column) const {
  return cells_.at(index(column));
}

std::vector<std::string_view> LexiconRow::list(std::string_view column) const {
  std::vector<std::string_view> parts = split((*this)[column], ';');
  std::erase(parts, std::string_view());
  return parts;
}

CellPlace LexiconRow::place(std::string_view column) const {
  return {std::string(file_), line_, shape_.columns.at(index(column))};
}

void LexiconRow::fail(std::string_view column, std::string_view problem) const {
  throw InputError(fmt::format("{}: {}", place(column).text(), problem));
}

std::string CellPlace::text() const {
  return fmt::format("{}, line {}, column \"{}\"", file, line, column);
}

void read_lexicon_file(std::string_view file, std::string_view content,
                       std::span<const TableShape> shapes,
                       const std::function<void(const LexiconRow&)>& take) {
  FileReader reader{file, shapes, take, nullptr, {}, 0};
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    reader.line(content.substr(0, end));
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
  }
}

}  // namespace casus::extract
