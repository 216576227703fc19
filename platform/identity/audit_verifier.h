// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/identity/audit_seal.h"

#include "models/giftcards/gift_card.h"
#include "models/operations/operation.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <optional>

namespace crema::platform {

/// An entry of the audit trail as it is stored.
struct AuditRow {
    QUuid chain;
    std::int64_t number = 0;
    UtcTime at;
    std::optional<QUuid> actor;
    QString action;
    QString subjectType;
    std::optional<QUuid> subject;
    std::optional<QUuid> operation;
    QByteArray document;
    QByteArray previousHash;
    QByteArray hash;
    std::optional<QByteArray> payload = {}; ///< the operation's bytes as they are kept; nothing: they are not there
    /// What stands beside it about a person, and its salt; nothing: it is not there.
    std::optional<QByteArray> salt = {};
    std::optional<QByteArray> words = {};
};

/// The first thing that is wrong with the audit trail.
struct AuditFault {
    enum class Kind {
        Missing,      ///< this entry is not there, and a later one is
        Changed,      ///< the entry, or its place in the chain, is not what it was
        Columns,      ///< what is searched by does not say what the entry says
        CutOff,       ///< a seal names this entry, and the chain ends before it
        OtherPast,    ///< a seal names this entry with another hash: the chain was written anew
        Operation,    ///< what is kept of the operation is not what the entry was written for
        Words,        ///< what it says about a person is not there or not what it was, and nobody erased them
        NoOperation,  ///< the operation of this entry is not there
        SealMissing,  ///< the seal of this number is not there, and a later one, or a note of it, is
        SealChanged,  ///< the seal does not follow the one before, or is not the one of the note
        SealUnsigned, ///< the platform's key did not sign the seal
    };

    Kind kind = Kind::Missing;
    QUuid chain; ///< of an entry
    std::int64_t number = 0;
    std::optional<QUuid> operation = {};

    friend bool operator==(const AuditFault &, const AuditFault &) = default;
};

/// A seal that somebody noted elsewhere.
struct NotedSeal {
    std::int64_t number = 0;
    QByteArray hash;
};

/// A key that signed seals before the one that does now.
struct EarlierSealKey {
    std::int64_t lastSeal = 0;
    QByteArray publicKey;
};

/// Goes through the audit trail once: first all seals by number, then all entries by chain and number, then end().
/// After a fault the walk is over. Each entry holds the hash of its operation's bytes; where those became the mark of
/// somebody who was erased (ADR 041), and where its words about a person are gone (ADR 044), the trail has to have that
/// erasure. Pure.
class AuditVerifier
{
public:
    /// `publicKey` is the one that seals are signed by; before it `earlier`, oldest first.
    explicit AuditVerifier(QByteArray publicKey, QList<EarlierSealKey> earlier = {})
        : m_publicKey(std::move(publicKey)), m_earlier(std::move(earlier))
    {}

    [[nodiscard]] std::optional<AuditFault> take(const SignedAuditSeal &seal);
    [[nodiscard]] std::optional<AuditFault> takeNoted(const NotedSeal &noted) const;
    [[nodiscard]] std::optional<AuditFault> take(const AuditRow &row);
    [[nodiscard]] std::optional<AuditFault> end() const;

    [[nodiscard]] std::int64_t entries() const { return m_entries; }
    [[nodiscard]] std::int64_t chains() const { return m_chains; }
    [[nodiscard]] qsizetype seals() const { return m_sealHashes.size(); }

private:
    using Place = std::pair<QUuid, std::int64_t>;
    /// An adjustment of store credit that says no more why, nor whose it is: the credit does (ADR 060).
    struct Adjusted {
        Currency currency;
        GiftCardId card;
        AuditFault fault; ///< what it is unless whose credit it is was erased
    };

    [[nodiscard]] const QByteArray &keyOfSeal(std::int64_t number) const;
    [[nodiscard]] std::optional<AuditFault> takeOperation(const AuditRow &row, const QJsonObject &document);
    [[nodiscard]] std::optional<AuditFault> takeWords(const AuditRow &row, const QJsonObject &entry);
    /// What an erasure says of others.
    void takeErasure(const AuditRow &row, const QJsonObject &document);
    /// Whether it is about a customer or person whom the trail knows as erased, or a decision about their card.
    [[nodiscard]] bool isOfErased(SubjectRef subject) const;
    [[nodiscard]] bool isOfErased(const Adjusted &adjusted) const;
    [[nodiscard]] std::optional<AuditFault> firstUnnamed() const;
    [[nodiscard]] std::optional<AuditFault> firstCutOff() const;
    [[nodiscard]] std::optional<AuditFault> firstFalseMark() const;

    QByteArray m_publicKey;
    QList<EarlierSealKey> m_earlier;
    QByteArrayList m_sealHashes;                      ///< by number − 1
    QHash<Place, QByteArray> m_sealed;                ///< not seen among the entries yet
    std::optional<auditing::ChainHead> m_last;        ///< of the entries taken
    QHash<QUuid, SubjectRef> m_subjects;              ///< of operations about customers, and of decisions about cards
    QSet<QUuid> m_erased;                             ///< customers and people
    QList<std::pair<SubjectRef, AuditFault>> m_marks; ///< what each is unless it is about one of them
    QList<Adjusted> m_adjusted;
    QMap<Place, QString> m_left;     ///< entries whose hashed words are gone: the hash of what is left
    QHash<QString, QString> m_named; ///< the same as erasures say, by place
    std::int64_t m_entries = 0;
    std::int64_t m_chains = 0;
};

} // namespace crema::platform
