// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/process_settings.h"

#include <cstdint>

#include <argon2.h>
#include <malloc.h>
#include <openssl/evp.h>
#include <sqlite3.h>

// Two functions of libraries are slow on purpose: one hashes a PIN, the other makes the key of a sealed file. What that
// costs is not what worlds are about, and one of them would take as long as half a world. The linker leads the
// product's calls here (CMakeLists.txt, --wrap), and each is done with the least work that there is. A hash says how it
// was made, so checking a PIN needs nothing; a sealed file is opened by the same call that sealed it.
extern "C" {
int fullHash(std::uint32_t passes, std::uint32_t memoryKib, std::uint32_t lanes, const void *secret,
             std::size_t secretSize, const void *salt, std::size_t saltSize, std::size_t hashSize, char *encoded,
             std::size_t encodedSize) asm("__real_argon2id_hash_encoded");
int leastHash(std::uint32_t passes, std::uint32_t memoryKib, std::uint32_t lanes, const void *secret,
              std::size_t secretSize, const void *salt, std::size_t saltSize, std::size_t hashSize, char *encoded,
              std::size_t encodedSize) asm("__wrap_argon2id_hash_encoded");
int fullKey(const char *secret, std::size_t secretSize, const unsigned char *salt, std::size_t saltSize,
            std::uint64_t cost, std::uint64_t block, std::uint64_t lanes, std::uint64_t mostBytes, unsigned char *key,
            std::size_t keySize) asm("__real_EVP_PBE_scrypt");
int leastKey(const char *secret, std::size_t secretSize, const unsigned char *salt, std::size_t saltSize,
             std::uint64_t cost, std::uint64_t block, std::uint64_t lanes, std::uint64_t mostBytes, unsigned char *key,
             std::size_t keySize) asm("__wrap_EVP_PBE_scrypt");

int leastHash(std::uint32_t, std::uint32_t, std::uint32_t lanes, const void *secret, std::size_t secretSize,
              const void *salt, std::size_t saltSize, std::size_t hashSize, char *encoded, std::size_t encodedSize)
{
    return fullHash(1, ARGON2_MIN_MEMORY * lanes, lanes, secret, secretSize, salt, saltSize, hashSize, encoded,
                    encodedSize);
}

int leastKey(const char *secret, std::size_t secretSize, const unsigned char *salt, std::size_t saltSize, std::uint64_t,
             std::uint64_t block, std::uint64_t lanes, std::uint64_t mostBytes, unsigned char *key, std::size_t keySize)
{
    constexpr std::uint64_t leastCost = 2;
    return fullKey(secret, secretSize, salt, saltSize, leastCost, block, lanes, mostBytes, key, keySize);
}
}

namespace crema::simulation {

void prepareProcess()
{
    constexpr int keptBytes = 256 * 1'024 * 1'024;
    mallopt(M_TRIM_THRESHOLD, keptBytes);
    mallopt(M_MMAP_THRESHOLD, keptBytes);
    mallopt(M_TOP_PAD, 16 * 1'024 * 1'024);
    // Refused where SQLite runs already: then it is only slower.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace crema::simulation
