// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/sha256.h"

#include <openssl/evp.h>

namespace crema {

QByteArray sha256(QByteArrayView bytes)
{
    // libcrypto uses the processor's instructions for it; Qt 6.4 does not. It finds the algorithm by name, once.
    static EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    QByteArray hash(EVP_MD_get_size(algorithm), Qt::Uninitialized);
    const int done = EVP_Digest(bytes.data(), static_cast<std::size_t>(bytes.size()),
                                reinterpret_cast<unsigned char *>(hash.data()), nullptr, algorithm, nullptr);
    Q_ASSERT(done == 1);
    return hash;
}

} // namespace crema
