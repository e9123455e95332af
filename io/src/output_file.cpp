// A file is written under a name of its own in the same folder, synced, and renamed over the old one: rename(2) is
// atomic within a file system, so that a reader sees the old file or the whole new one. What is no ordinary file (a
// pipe, /dev/stdout) cannot be replaced and is written to directly.

#include <entente/core/error.hpp>
#include <entente/io/output_file.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <list>
#include <streambuf>
#include <string>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& what, int error_number) {
  throw Error(ErrorCode::output_failed, what + ": " + std::generic_category().message(error_number),
              Place{.source = path.string()}, "an earlier file of this name was left as it was");
}

// The stream buffer of a file descriptor, which it owns. A failed write throws out of the stream's operators.
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer(int descriptor, const fs::path& path) : descriptor_(descriptor), path_(path), buffer_(buffer_size) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
  DescriptorBuffer(const DescriptorBuffer&) = delete;
  DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;
  ~DescriptorBuffer() override {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  [[nodiscard]] std::uint64_t num_bytes() const { return num_bytes_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

  void close() {
    const int result = ::close(descriptor_);
    descriptor_ = -1;
    if (result != 0) fail(path_, "cannot write the file", errno);
  }

 protected:
  int_type overflow(int_type character) override {
    write_out();
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(character);
      pbump(1);
    }
    return traits_type::not_eof(character);
  }

  int sync() override {
    write_out();
    return 0;
  }

 private:
  static constexpr std::size_t buffer_size = std::size_t{1} << 20U;

  void write_out() {
    const char* next = pbase();
    while (next != pptr()) {
      const ssize_t written = ::write(descriptor_, next, static_cast<std::size_t>(pptr() - next));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        const int error_number = errno;
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        fail(path_, "cannot write the file", error_number);
      }
      next += written;
      num_bytes_ += static_cast<std::uint64_t>(written);
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }

  int descriptor_;
  const fs::path& path_;
  std::vector<char> buffer_;
  std::uint64_t num_bytes_ = 0;
};

// Removes the temporary file unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(fs::path path) : path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  void rename_to(const fs::path& target, const fs::path& named) {
    if (::rename(path_.c_str(), target.c_str()) != 0) fail(named, "cannot rename the finished file", errno);
    path_.clear();
  }

 private:
  fs::path path_;
};

void write_all(DescriptorBuffer& buffer, const fs::path& path, const std::function<void(std::ostream&)>& write) {
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  write(out);
  out.flush();
  if (!out) fail(path, "cannot write the file", EIO);
}

std::uint64_t write_directly(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path, "cannot open for writing", errno);
  DescriptorBuffer buffer(descriptor, path);
  write_all(buffer, path, write);
  buffer.close();
  return buffer.num_bytes();
}

// A renamed file lasts through a power cut only once its folder is synced. Some file systems cannot do that; the file
// is whole all the same.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

struct Opened {
  int descriptor;
  fs::path path;
};

// A short name, so that it fits wherever the name of the file itself does.
Opened open_temporary(const fs::path& folder, const fs::path& named, mode_t mode) {
  for (unsigned attempt = 0; attempt < 1000; ++attempt) {
    fs::path path = folder / (".entente-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part");
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor >= 0) return {descriptor, std::move(path)};
    if (errno != EEXIST) fail(named, "cannot create a file in '" + folder.string() + "'", errno);
  }
  fail(named, "cannot create a file in '" + folder.string() + "'", EEXIST);
}

bool is_ordinary_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

enum class Readers : std::uint8_t { as_usual, owner };

// A file that is whole, synced, and not yet under its name.
class PendingFile {
 public:
  // Through a symbolic link, the file that it names is replaced, not the link.
  explicit PendingFile(const fs::path& path, Readers readers = Readers::as_usual)
      : path_(path),
        is_there_(is_ordinary_file(path)),
        target_(is_there_ ? fs::canonical(path) : path),
        folder_(target_.has_parent_path() ? target_.parent_path() : fs::path(".")),
        opened_(open_temporary(folder_, path, readers == Readers::owner ? 0600 : 0666)),
        temporary_(opened_.path) {
    if (is_there_ && readers == Readers::as_usual)
      ::fchmod(opened_.descriptor, static_cast<mode_t>(fs::status(path).permissions()));
  }

  std::uint64_t write(const std::function<void(std::ostream&)>& write) {
    DescriptorBuffer buffer(opened_.descriptor, path_);
    write_all(buffer, path_, write);
    sync(buffer.descriptor());
    buffer.close();
    return buffer.num_bytes();
  }
  std::uint64_t write_by_path(const std::function<void(const fs::path&)>& write) {
    const DescriptorBuffer owner(opened_.descriptor, path_);
    write(opened_.path);
    sync(owner.descriptor());
    return fs::file_size(opened_.path);
  }
  void appear() {
    temporary_.rename_to(target_, path_);
    sync_folder(folder_);
  }

 private:
  void sync(int descriptor) const {
    if (::fsync(descriptor) != 0 && errno != EINVAL) fail(path_, "cannot write the file", errno);
  }

  fs::path path_;
  bool is_there_;
  fs::path target_;
  fs::path folder_;
  Opened opened_;
  TemporaryFile temporary_;
};

// A pipe or a device.
bool cannot_be_replaced(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::is_directory(status)) fail(path, "cannot write the file", EISDIR);
  return fs::exists(status) && !fs::is_regular_file(status);
}

std::uint64_t write_whole(const fs::path& path, const std::function<void(std::ostream&)>& write, Readers readers) {
  if (cannot_be_replaced(path)) return write_directly(path, write);
  PendingFile file(path, readers);
  const std::uint64_t num_bytes = file.write(write);
  file.appear();
  return num_bytes;
}

}  // namespace

std::uint64_t write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  return write_whole(path, write, Readers::as_usual);
}

std::uint64_t write_private_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  return write_whole(path, write, Readers::owner);
}

std::uint64_t write_file_by_path(const fs::path& path, const std::function<void(const fs::path&)>& write) {
  if (cannot_be_replaced(path)) {
    throw Error(ErrorCode::output_failed, "is no ordinary file", Place{.source = path.string()}, "name another one");
  }
  PendingFile file(path);
  const std::uint64_t num_bytes = file.write_by_path(write);
  file.appear();
  return num_bytes;
}

void write_files(std::span<const FileToWrite> files) {
  std::list<PendingFile> pending;
  for (const FileToWrite& one : files) {
    if (cannot_be_replaced(one.path)) {
      write_directly(one.path, one.write);
    } else {
      pending.emplace_back(one.path).write(one.write);
    }
  }
  for (PendingFile& one : pending) one.appear();
}

}  // namespace entente
