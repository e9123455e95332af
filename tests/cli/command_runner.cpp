#include "command_runner.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace entente::test {

namespace fs = std::filesystem;

namespace {

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  void close_end(std::size_t end) {
    if (ends[end] >= 0) ::close(ends[end]);
    ends[end] = -1;
  }
};

[[noreturn]] void become_command(const std::vector<std::string>& arguments, const CommandOptions& options,
                                 const Pipe& in, const Pipe& out, const Pipe& err) {
  std::vector<char*> words{const_cast<char*>(ENTENTE_COMMAND)};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  int out_descriptor = out.ends[1];
  if (!options.out_file.empty()) out_descriptor = ::open(options.out_file.c_str(), O_WRONLY);
  const std::string folder = options.folder.empty() ? std::string(ENTENTE_SOURCE_DIR) : options.folder.string();
  const bool ready = ::dup2(in.ends[0], STDIN_FILENO) >= 0 && ::dup2(out_descriptor, STDOUT_FILENO) >= 0 &&
                     ::dup2(err.ends[1], STDERR_FILENO) >= 0 && ::chdir(folder.c_str()) == 0;
  if (ready) ::execv(ENTENTE_COMMAND, words.data());
  ::_exit(127);
}

}  // namespace

Outcome run_entente(const std::vector<std::string>& arguments, const CommandOptions& options) {
  Pipe in;
  Pipe out;
  Pipe err;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start a process");
  if (child == 0) become_command(arguments, options, in, out, err);
  in.close_end(0);
  out.close_end(1);
  err.close_end(1);

  std::signal(SIGPIPE, SIG_IGN);  // the command need not read its input
  std::thread writer([&] {
    std::string_view rest = options.input;
    while (!rest.empty()) {
      const ssize_t size = ::write(in.ends[1], rest.data(), rest.size());
      if (size <= 0) break;
      rest.remove_prefix(static_cast<std::size_t>(size));
    }
    if (options.signal != 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(400));
      ::kill(child, options.signal);
    } else {
      in.close_end(1);
    }
  });

  Outcome outcome;
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    std::array<pollfd, 2> wanted{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
    ::poll(wanted.data(), wanted.size(), -1);
    const auto take = [](Pipe& pipe, std::string& text) {
      std::array<char, 4096> buffer{};
      const ssize_t size = ::read(pipe.ends[0], buffer.data(), buffer.size());
      if (size > 0) text.append(buffer.data(), static_cast<std::size_t>(size));
      if (size <= 0) pipe.close_end(0);
    };
    if (wanted[0].revents != 0) take(out, outcome.out);
    if (wanted[1].revents != 0) take(err, outcome.err);
    if (options.close_output_after > 0 && outcome.out.size() >= options.close_output_after) out.close_end(0);
  }
  writer.join();
  int status = 0;
  ::waitpid(child, &status, 0);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

TestFolder::TestFolder() {
  std::string name = (fs::temp_directory_path() / "entente-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TestFolder::write(const std::string& name, const std::string& content) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
  return path.string();
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::string> read_results(const fs::path& folder) {
  std::map<std::string, std::string> results;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name != "run.log") results[name] = read_file(entry.path());
  }
  return results;
}

std::string source_path(const std::string& name) { return (fs::path(ENTENTE_SOURCE_DIR) / name).string(); }

}  // namespace entente::test
