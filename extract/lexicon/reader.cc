#include "extract/lexicon/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

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

constexpr std::uintmax_t kLargestFile = 64U << 20U;
// In a file's header: of a cell that names no column.
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

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
  const LexiconCritic& critic;
  const TableShape* shape = nullptr;
  std::vector<std::size_t> columns{};  // of the file -> of the shape; empty: the header is due
  bool skipping = false;               // to the next table, because this one cannot be read
  std::uint32_t line_number = 0;

  void tell(std::string reason, std::string_view column = {}) const {
    critic({{std::string(file), line_number, column}, std::move(reason)});
  }

  void line(std::string_view text) {
    ++line_number;
    if (!readable(text)) {
      tell("this is not UTF-8 text; a lexicon file is plain UTF-8 with tab-separated cells.");
      return;
    }
    const std::string_view bare = trim(text);
    if (bare.empty() || bare.front() == '#') return;
    if (bare.front() == '[') {
      skipping = !begin_table(bare);
    } else if (skipping) {
      return;
    } else if (shape == nullptr) {
      tell("expected the name of a table in square brackets before its lines, such as [actors].");
      skipping = true;
    } else if (columns.empty()) {
      skipping = !header(text);
    } else {
      row(text);
    }
  }

  bool begin_table(std::string_view text) {
    const std::string_view name = text.substr(1, text.find(']') - 1);
    const auto known = std::ranges::find(shapes, name, &TableShape::name);
    if (known == shapes.end() || text.back() != ']') {
      std::vector<std::string_view> names;
      for (const TableShape& table : shapes) names.push_back(table.name);
      tell(fmt::format("{} is no table; expected one of these names in square brackets: {}.", text,
                       joined(names)));
      return false;
    }
    shape = &*known;
    columns.clear();
    return true;
  }

  bool header(std::string_view text) {
    for (const std::string_view cell : split(text, '\t')) {
      const auto known = std::ranges::find(shape->columns, cell);
      auto column = static_cast<std::size_t>(known - shape->columns.begin());
      if (known == shape->columns.end()) {
        tell(fmt::format(
            "\"{}\" is no column of the table [{}]; the first line of a table names its "
            "columns, out of these: {}.",
            cell, shape->name, joined(shape->columns)));
        column = kNoColumn;
      } else if (std::ranges::count(columns, column) > 0) {
        tell(fmt::format("the column \"{}\" is named twice; name it once.", cell));
        column = kNoColumn;
      }
      columns.push_back(column);
    }
    bool whole = true;
    for (std::size_t i = 0; i < shape->required; ++i) {
      if (std::ranges::count(columns, i) > 0) continue;
      tell(fmt::format("the table [{}] lacks its column \"{}\"; add it to this line.", shape->name,
                       shape->columns[i]));
      whole = false;
    }
    return whole;
  }

  void row(std::string_view text) {
    const std::vector<std::string_view> found = split(text, '\t');
    std::vector<std::string_view> cells(shape->columns.size());
    bool whole = true;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i >= columns.size()) {
        whole = whole && found[i].empty();
      } else if (columns[i] != kNoColumn) {
        cells[columns[i]] = found[i];
      }
    }
    if (!whole)
      tell(fmt::format("there are {} cells, but the table's first line names {} columns.",
                       found.size(), columns.size()));
    LexiconRow row(file, line_number, *shape, std::move(cells));
    bool filled = true;
    for (std::size_t i = 0; i < shape->required; ++i) {
      if (!row[shape->columns[i]].empty()) continue;
      tell("this cell must not be empty.", shape->columns[i]);
      filled = false;
    }
    if (filled) take_row(row);
  }

  void take_row(LexiconRow& row) const {
    std::vector<std::pair<std::string_view, std::string_view>> wrong;
    for (;;) try {
        take(row);
        return;
      } catch (const LexiconError& error) {
        const std::pair what(error.problem().where.column, error.piece());
        if (std::ranges::count(wrong, what) > 0) return;  // nor without it
        critic(error.problem());
        wrong.push_back(what);
        row.clear(what.first, what.second);
      }
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
  for (const auto& [at, piece] : left_out_)
    if (at == index(column)) std::erase(parts, piece);
  return parts;
}

void LexiconRow::clear(std::string_view column, std::string_view piece) {
  if (piece.empty())
    cells_.at(index(column)) = {};
  else
    left_out_.emplace_back(index(column), piece);
}

CellPlace LexiconRow::place(std::string_view column) const {
  return {std::string(file_), line_, shape_.columns.at(index(column))};
}

void LexiconRow::fail(std::string_view column, std::string_view problem,
                      std::string_view piece) const {
  throw LexiconError({place(column), std::string(problem)}, piece);
}

std::string CellPlace::text() const {
  std::string out = file;
  if (line != 0) out += fmt::format(", line {}", line);
  if (!column.empty()) out += fmt::format(", column \"{}\"", column);
  return out;
}

std::string LexiconProblem::text() const { return fmt::format("{}: {}", where.text(), reason); }

void read_lexicon_file(std::string_view file, std::string_view content,
                       std::span<const TableShape> shapes,
                       const std::function<void(const LexiconRow&)>& take,
                       const LexiconCritic& critic) {
  FileReader reader{file, shapes, take, critic};
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    reader.line(content.substr(0, end));
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
  }
}

std::string read_lexicon_bytes(const std::filesystem::path& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > kLargestFile)
    throw InputError(
        fmt::format("The lexicon file {} is larger than 64 MiB; split it or leave out "
                    "what is not needed.",
                    path.string()));
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  if (!error) content << file.rdbuf();
  if (error || !file)
    throw InputError(
        fmt::format("The lexicon file {} cannot be read; check that it exists and is a "
                    "readable file.",
                    path.string()));
  return std::move(content).str();
}

}  // namespace casus::extract
