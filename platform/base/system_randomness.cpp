// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/system_randomness.h"

#include <QtGlobal>

#include <cerrno>
#include <cstring>
#include <sys/random.h>

namespace crema::platform {
namespace {

// One system call costs more than a request id is worth, so small draws come out of a block per thread. Bytes are
// wiped as they are handed out: a later look into memory cannot tell an older key.
struct Block {
    std::array<std::byte, 1024> bytes{};
    std::size_t used = 1024;
};

void fillFromKernel(std::span<std::byte> bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::getrandom(bytes.data() + done, bytes.size() - done, 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            qFatal("the kernel gives no random bytes (errno %d)", errno);
        done += static_cast<std::size_t>(count);
    }
}

} // namespace

void SystemRandomness::fill(std::span<std::byte> bytes)
{
    thread_local Block block;
    if (bytes.size() > block.bytes.size() / 4) {
        fillFromKernel(bytes);
        return;
    }
    if (block.used + bytes.size() > block.bytes.size()) {
        fillFromKernel(block.bytes);
        block.used = 0;
    }
    std::byte *const source = block.bytes.data() + block.used;
    std::memcpy(bytes.data(), source, bytes.size());
    std::memset(source, 0, bytes.size());
    block.used += bytes.size();
}

} // namespace crema::platform
