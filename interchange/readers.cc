#include "interchange/readers.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <vector>

#include "interchange/gunzip.h"
#include "interchange/sources.h"
#include "interchange/words.h"

namespace casus::interchange {
namespace {

namespace fs = std::filesystem;

using StreamReader = void (*)(ByteSource&, const Source&, const ReadLimits&, const ReadCallbacks&);

struct FileType {
  std::string_view ending;
  StreamReader reader;
};
constexpr std::array<FileType, 10> kFileTypes = {{{".txt", &read_text},
                                                  {".html", &read_page},
                                                  {".htm", &read_page},
                                                  {".xhtml", &read_page},
                                                  {".xml", &read_feed},
                                                  {".rss", &read_feed},
                                                  {".atom", &read_feed},
                                                  {".jsonl", &read_json_lines},
                                                  {".json", &read_json},
                                                  {".pb", &read_frames}}};

std::string endings() {
  std::string all;
  for (const FileType& type : kFileTypes) {
    if (!all.empty()) all += &type == &kFileTypes.back() ? " or " : ", ";
    all += type.ending;
  }
  return all;
}

// By the ending of the name, before that of gzip; nullptr if there is none for it.
StreamReader reader_of(fs::path path) {
  if (same_word(path.extension().native(), ".gz")) path = path.stem();
  for (const FileType& type : kFileTypes) {
    if (same_word(path.extension().native(), type.ending)) return type.reader;
  }
  return nullptr;
}

void fail(const Source& source, std::string_view what, const ReadCallbacks& callbacks) {
  callbacks.on_error(ReadError(source.name, {}, std::string(what)));
}

void read_source(ByteSource& bytes, const Source& source, StreamReader reader,
                 const ReadLimits& limits, const ReadCallbacks& callbacks) {
  PeekedBytes in(bytes);
  if (is_gzip(in.peek(2))) {
    GunzippedBytes inflated(in);
    reader(inflated, source, limits, callbacks);
  } else {
    reader(in, source, limits, callbacks);
  }
}

void read_file(const fs::path& path, const std::string& id, StreamReader reader,
               const ReadLimits& limits, const ReadCallbacks& callbacks) {
  const Source source{path.string(), id};
  try {
    FileBytes bytes(path);
    read_source(bytes, source, reader, limits, callbacks);
  } catch (const ReadFailure& failure) {
    fail(source, failure.what(), callbacks);
  }
}

// A folder that is being walked: some of its entries at a time, in the order of names.
class Folder {
 public:
  struct Entry {
    std::string name;
    bool is_folder;
  };

  Folder(fs::path path, std::string below) : path_(std::move(path)), below_(std::move(below)) {
    at_ = fs::directory_iterator(path_, error_);
  }

  const fs::path& path() const { return path_; }
  // What ids of files in it begin with.
  const std::string& below() const { return below_; }
  // Why the rest of it cannot be listed.
  const std::error_code& error() const { return error_; }

  // The next file that has a reader, or folder; not links: they lead in circles, or out of the
  // folder. nullptr at the end.
  const Entry* next() {
    if (next_ == entries_.size()) list();
    return next_ < entries_.size() ? &entries_[next_++] : nullptr;
  }

 private:
  void list() {
    constexpr std::size_t kEntriesAtATime = 16 << 10;
    entries_.clear();
    next_ = 0;
    for (const fs::directory_iterator end; !error_ && at_ != end; at_.increment(error_)) {
      if (entries_.size() == kEntriesAtATime) break;
      std::error_code ignored;
      if (at_->is_symlink(ignored)) continue;
      const bool is_folder = at_->is_directory(ignored);
      if (!is_folder && (reader_of(at_->path()) == nullptr || !at_->is_regular_file(ignored))) {
        continue;
      }
      entries_.push_back({at_->path().filename().string(), is_folder});
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
  }

  fs::path path_;
  std::string below_;
  std::error_code error_;
  fs::directory_iterator at_;
  std::vector<Entry> entries_;
  std::size_t next_ = 0;
};

void read_folder(const fs::path& path, const ReadLimits& limits, const ReadCallbacks& callbacks) {
  bool any = false;
  std::vector<Folder> open;
  open.emplace_back(path, "");
  while (!open.empty()) {
    Folder& folder = open.back();
    if (const Folder::Entry* entry = folder.next()) {
      const fs::path inside = folder.path() / entry->name;
      const std::string id = folder.below() + entry->name;
      if (entry->is_folder) {
        open.emplace_back(inside, id + "/");
      } else {
        any = true;
        read_file(inside, id, reader_of(inside), limits, callbacks);
      }
      continue;
    }
    if (folder.error()) {
      any = true;
      fail({folder.path().string(), {}},
           fmt::format("cannot be listed: {}.", folder.error().message()), callbacks);
    }
    open.pop_back();
  }
  if (!any) fail({path.string(), {}}, fmt::format("holds no {} file.", endings()), callbacks);
}

}  // namespace

ReadError::ReadError(std::string source, std::string where, std::string reason)
    : InputError(where.empty() ? fmt::format("{}: {}", source, reason)
                               : fmt::format("{}, {}: {}", source, where, reason)),
      source_(std::move(source)),
      where_(std::move(where)),
      reason_(std::move(reason)) {}

bool is_known(const RawRecord& record, const ReadCallbacks& callbacks) {
  return callbacks.is_known && callbacks.is_known(record);
}

void hand_on(AnnotationRecord&& record, const std::string& fallback_id,
             const ReadCallbacks& callbacks) {
  v1::Article& article = *record.annotation.mutable_article();
  if (article.id().empty()) article.set_id(article.url());
  if (article.id().empty()) article.set_id(fallback_id);
  if (callbacks.on_annotation_record) return callbacks.on_annotation_record(std::move(record));
  std::vector<Fault>& faults = record.faults;
  std::erase_if(faults, [](const Fault& fault) { return is_warning(fault.kind); });
  if (faults.empty()) return callbacks.on_annotation(std::move(record.annotation));
  std::string reason = faults.front().text();
  if (faults.size() > 1) reason += fmt::format(" {} more fields are wrong.", faults.size() - 1);
  callbacks.on_error(ReadError(std::move(record.source), std::move(record.where), reason));
}

void read_input(const fs::path& path, const ReadLimits& limits, const ReadCallbacks& callbacks) {
  if (path == "-") {
    const Source source{"standard input", "-"};
    try {
      FileBytes bytes(STDIN_FILENO);
      read_source(bytes, source, &read_any, limits, callbacks);
    } catch (const ReadFailure& failure) {
      fail(source, failure.what(), callbacks);
    }
    return;
  }
  const Source source{path.string(), path.filename().string()};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    fail(source, "does not exist.", callbacks);
  } else if (!fs::status_known(status)) {
    fail(source, fmt::format("cannot be read: {}.", error.message()), callbacks);
  } else if (fs::is_directory(status)) {
    read_folder(path, limits, callbacks);
  } else if (const StreamReader reader = reader_of(path); reader != nullptr) {
    read_file(path, source.id, reader, limits, callbacks);
  } else {
    fail(source,
         fmt::format("is of a type that is not read; expected {} (also with .gz), a folder, or - "
                     "for standard input.",
                     endings()),
         callbacks);
  }
}

}  // namespace casus::interchange
