// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utc_time.h"

#include <QByteArray>
#include <QUuid>

/// The auditor's journal (sync.md rule 34): for each register a chain of the documents that it made, which nobody can
/// change, leave out or put in without it showing. docs/journal.md says how to check one without this program.
namespace crema::auditing {

/// One link of a chain.
struct ChainEntry {
    std::int64_t number = 0; ///< 1, 2, 3… without a gap in each chain
    QByteArray document;     ///< the canonical bytes, as they were stored when the document was finished
    QByteArray hash;         ///< chainHash() of the entry before and the document
    QByteArray signature;    ///< of entryMessage(), 64 bytes; empty while the register had lost its key

    friend bool operator==(const ChainEntry &, const ChainEntry &) = default;
};

/// How far a chain has come.
struct ChainHead {
    QUuid chain;
    std::int64_t number = 0; ///< 0 before the first entry
    QByteArray hash;         ///< chainStart() before the first entry

    friend bool operator==(const ChainHead &, const ChainHead &) = default;
};

/// The platform's word that it saw a chain come this far.
struct Countersignature {
    ChainHead head;
    UtcTime at;           ///< the platform's clock
    QByteArray key;       ///< Ed25519, 32 bytes
    QByteArray signature; ///< of countersignatureMessage(), 64 bytes

    friend bool operator==(const Countersignature &, const Countersignature &) = default;
};

/// What the first entry follows: 32 zero bytes.
[[nodiscard]] QByteArray chainStart();
/// SHA-256 over the 32 bytes of the hash before and the bytes of the document.
[[nodiscard]] QByteArray chainHash(QByteArrayView previous, QByteArrayView document);

/// What a register signs for an entry, and the platform for a head. Lines of text that begin with a word of their own,
/// so that no signature for something else can be passed off as one of these.
[[nodiscard]] QByteArray entryMessage(const ChainHead &entry);
[[nodiscard]] QByteArray countersignatureMessage(const ChainHead &head, UtcTime at);

/// Whether the platform of this key signed it.
[[nodiscard]] bool isGenuine(const Countersignature &countersignature);

} // namespace crema::auditing
