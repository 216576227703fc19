// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/chain_entry.h"
#include "models/base/id.h"
#include "models/base/result.h"
#include "models/money/money.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace crema::auditing {

/// Sales and what they came to, for each currency.
struct ChainTotals {
    std::int64_t sales = 0;
    QMap<QString, std::int64_t> amounts; ///< minor units by ISO 4217 code

    /// An amount past what the wire holds is left out, as in a shift.
    void add(const Money &total);

    friend bool operator==(const ChainTotals &, const ChainTotals &) = default;
};

/// The first entry of a chain: whose it is, and from when on it runs.
struct ChainBegin {
    enum class Reason {
        First,     ///< the first document of this register
        Upgrade,   ///< it had made documents before there was a journal; they are not in it
        Register,  ///< the store became another register, as after a copy or a backup (sync.md rule 29)
        Recovery,  ///< the store was damaged and the end of its chain could not be made again
        Disagreed, ///< the platform knows the chain otherwise
    };

    QUuid chain;
    Reason reason = Reason::First;
    DeviceId device;
    RegisterId registerId;
    std::int64_t epoch = 1; ///< of the device's store
    QByteArray publicKey;   ///< Ed25519, 32 bytes: what the entries are signed with
    UtcTime at;             ///< of the document that follows
    std::int64_t salesBefore = 0;
    std::optional<ChainHead> previous; ///< the last known head of the chain before this one
    ChainTotals perpetual;             ///< carried on from the chain before, when it is of the same register

    friend bool operator==(const ChainBegin &, const ChainBegin &) = default;
};

/// An entry that closes a business day, or a part of one: after each closing of a shift, and before the first document
/// of another day.
struct ChainClosing {
    enum class Reason { Shift, Day };

    Reason reason = Reason::Shift;
    std::int64_t number = 0;          ///< 1, 2, 3… in each chain
    std::optional<QDate> businessDay; ///< nothing when the place of the register was not known
    UtcTime at;                       ///< of the document that led to it
    std::int64_t from = 0;            ///< the entries that it closes, both ends included
    std::int64_t to = 0;
    ChainTotals totals;    ///< of these entries
    ChainTotals perpetual; ///< since the register began; never reset

    friend bool operator==(const ChainClosing &, const ChainClosing &) = default;
};

inline constexpr QStringView beginType = u"journal.begin";
inline constexpr QStringView closingType = u"journal.closing";

[[nodiscard]] QByteArray canonicalBytes(const ChainBegin &begin);
[[nodiscard]] QByteArray canonicalBytes(const ChainClosing &closing);
[[nodiscard]] QJsonObject toJson(const ChainTotals &totals);

/// Errors: `journal.malformed` with the fields.
[[nodiscard]] Result<ChainBegin> readChainBegin(const QJsonObject &document);
[[nodiscard]] Result<ChainClosing> readChainClosing(const QJsonObject &document);
[[nodiscard]] Result<ChainTotals> readChainTotals(const QJsonObject &json);

} // namespace crema::auditing
