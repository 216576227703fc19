// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/auditors_check.h"

#include "models/operations/bodies.h"
#include "models/operations/operation_types.h"
#include "sync/store/setting_names.h"

#include <QCoreApplication>

namespace crema::sync {
namespace {

using auditing::ChainBegin;
using auditing::ChainFault;
using auditing::ChainHead;
using auditing::ChainState;
using auditing::ChainVerifier;
using auditing::Countersignature;

QString tr(const char *text)
{
    return QCoreApplication::translate("StoreCheck", text);
}

QString sentenceOf(ChainFault::Kind kind)
{
    switch (kind) {
    case ChainFault::Kind::Missing: return tr("Entry %1 of the auditor's journal is missing (chain %2).");
    case ChainFault::Kind::Hash: return tr("Entry %1 of the auditor's journal was changed or moved (chain %2).");
    case ChainFault::Kind::Signature:
        return tr("Entry %1 of the auditor's journal is not signed by this register (chain %2).");
    case ChainFault::Kind::Unsigned: return tr("Entry %1 of the auditor's journal has no signature (chain %2).");
    case ChainFault::Kind::Document: return tr("Entry %1 of the auditor's journal does not belong here (chain %2).");
    case ChainFault::Kind::Closing:
        return tr("Entry %1 of the auditor's journal closes a day with other sums than its entries (chain %2).");
    case ChainFault::Kind::Repeated:
        return tr("Entry %1 of the auditor's journal holds a document for the second time (chain %2).");
    }
    Q_UNREACHABLE();
}

struct Chain {
    int ordinal = 0;
    ChainVerifier verifier;
    bool isBroken = false;
    std::optional<QByteArray> hashAtHead; ///< of the entry that the platform countersigned last
};

class Check
{
public:
    Check(LocalStore &store, QStringList &findings) : m_store(store), m_findings(findings)
    {
        Rows rows = store.database().query("list_auditor_heads");
        while (rows.next()) {
            if (!rows.bytes(4).isEmpty())
                m_heads.insert(rows.uuid(0), Countersignature{{rows.uuid(0), rows.integer(1), rows.bytes(2)},
                                                              UtcTime(rows.integer(3)),
                                                              rows.bytes(5),
                                                              rows.bytes(4)});
        }
    }

    std::int64_t run()
    {
        constexpr int page = 500;
        std::int64_t after = 0;
        std::int64_t count = 0;
        for (;;) {
            const std::vector<AuditorRow> rows = m_store.auditors().rows(after, page);
            for (const AuditorRow &row : rows) {
                take(row, after);
                after = row.position;
                ++count;
            }
            if (rows.empty())
                break;
        }
        for (const Countersignature &head : std::as_const(m_heads))
            checkHead(head);
        checkComplete();
        return count;
    }

private:
    void find(ChainFault::Kind kind, std::int64_t number, int ordinal)
    {
        m_findings.append(sentenceOf(kind).arg(number).arg(ordinal));
    }

    void take(const AuditorRow &row, std::int64_t before)
    {
        const bool isNew = !m_chains.contains(row.chain);
        Chain &chain = m_chains[row.chain];
        if (isNew)
            chain.ordinal = static_cast<int>(m_chains.size());
        if (chain.isBroken)
            return;
        std::optional<ChainFault> fault = chain.verifier.take(row.entry);
        // The rows of a store stand one behind the other, and a chain does not go on behind the next one.
        if (!fault && (row.position != before + 1 || (!isNew && row.chain != m_last)))
            fault = ChainFault{row.entry.number, ChainFault::Kind::Missing};
        if (!fault && isNew && !fits(chain.verifier.begin()))
            fault = ChainFault{row.entry.number, ChainFault::Kind::Document};
        if (!fault && !isSumRight(row, chain.verifier.state()))
            fault = ChainFault{row.entry.number, ChainFault::Kind::Closing};
        if (fault) {
            chain.isBroken = true;
            find(fault->kind, fault->number, chain.ordinal);
        } else if (chain.verifier.operation()) {
            checkSale(*chain.verifier.operation(), row.entry.number, chain.ordinal);
        }
        const auto head = m_heads.constFind(row.chain);
        if (head != m_heads.constEnd() && head->head.number == row.entry.number)
            chain.hashAtHead = row.entry.hash;
        m_last = row.chain;
    }

    /// Whose chain it is, and that it names the one before as that one ended.
    [[nodiscard]] bool fits(const ChainBegin &begin)
    {
        if (begin.publicKey != m_store.place().device.publicKey)
            return false;
        m_recovered = m_recovered || begin.reason == ChainBegin::Reason::Recovery;
        if (m_chains.size() == 1)
            return !begin.previous || begin.reason == ChainBegin::Reason::Recovery;
        const ChainState before = m_chains.value(m_last).verifier.state();
        const bool isSame = before.registerId == begin.registerId;
        m_followed.insert(m_last, begin.reason);
        return begin.previous == before.head &&
               begin.perpetual == (isSame ? before.perpetual : auditing::ChainTotals());
    }

    /// The sums that the next entry builds on are kept beside the entry; the day alone does not follow from it.
    [[nodiscard]] static bool isSumRight(const AuditorRow &row, ChainState computed)
    {
        const Result<ChainState> kept = auditing::readChainState(row.state, computed.head);
        if (!kept)
            return false;
        computed.businessDay = kept->businessDay;
        return *kept == computed;
    }

    void checkSale(const Operation &operation, std::int64_t number, int ordinal)
    {
        if (operation.type != operation::saleComplete)
            return;
        constexpr std::int64_t keptMs = 90LL * 24 * 3'600 * 1'000;
        const Result<Sale> document = body::readSaleComplete(operation);
        const std::optional<Sale> sale = m_store.rows().selling().sale(SaleId(operation.subject.id));
        // Sales of a place stay there when the device moves (ADR 046).
        const bool isElsewhere = document && document->location != m_store.place().device.location;
        const bool isOld = m_store.clock().now().msSinceEpoch() - operation.occurredAt.msSinceEpoch() > keptMs;
        const bool mayHaveLeft = isElsewhere || isOld;
        if (!sale && !mayHaveLeft) {
            m_findings.append(
                tr("The sale of entry %1 of the auditor's journal is missing (chain %2).").arg(number).arg(ordinal));
        } else if (sale && document && *sale != *document) {
            m_findings.append(tr("The sale %3 differs from entry %1 of the auditor's journal (chain %2).")
                                  .arg(number)
                                  .arg(ordinal)
                                  .arg(document->number));
        }
    }

    void checkHead(const Countersignature &signature)
    {
        const auto chain = m_chains.constFind(signature.head.chain);
        const int ordinal = chain == m_chains.constEnd() ? 0 : chain->ordinal;
        if (!auditing::isGenuine(signature)) {
            m_findings.append(tr("The platform's signature on entry %1 of the auditor's journal is false (chain %2).")
                                  .arg(signature.head.number)
                                  .arg(ordinal));
            return;
        }
        // A chain that says itself that it follows on a loss is what the store has; the platform told its people.
        const bool isLossSaid =
            m_followed.value(signature.head.chain, ChainBegin::Reason::First) == ChainBegin::Reason::Recovery ||
            (chain == m_chains.constEnd() && m_recovered);
        const bool isShort = chain == m_chains.constEnd() || !chain->hashAtHead;
        if (isShort && !isLossSaid && (chain == m_chains.constEnd() || !chain->isBroken)) {
            const std::int64_t last = chain == m_chains.constEnd() ? 0 : chain->verifier.state().head.number;
            m_findings.append(tr("Entry %1 of the auditor's journal is missing: the platform has signed up to entry "
                                 "%3 (chain %2).")
                                  .arg(last + 1)
                                  .arg(ordinal)
                                  .arg(signature.head.number));
        } else if (!isShort && *chain->hashAtHead != signature.head.hash) {
            m_findings.append(
                tr("Entry %1 of the auditor's journal is another one than the platform signed (chain %2).")
                    .arg(signature.head.number)
                    .arg(ordinal));
        }
    }

    void checkComplete()
    {
        const QString first = m_store.device().setting(setting::journalFrom);
        Rows rows =
            m_store.database().query("list_documents_without_entry", {std::max<std::int64_t>(1, first.toLongLong())});
        std::int64_t missing = 0;
        std::int64_t number = 0;
        while (rows.next()) {
            if (missing++ == 0)
                number = rows.integer(0);
        }
        if (missing > 0)
            m_findings.append(tr("Operation %1 has no entry in the auditor's journal.").arg(number));
    }

    LocalStore &m_store;
    QStringList &m_findings;
    QHash<QUuid, Chain> m_chains;
    QHash<QUuid, Countersignature> m_heads;
    QHash<QUuid, ChainBegin::Reason> m_followed; ///< what the chain behind each says why it began
    QUuid m_last;
    bool m_recovered = false; ///< a chain says that something before it is lost
};

} // namespace

std::int64_t checkAuditorsJournal(LocalStore &store, QStringList &findings)
{
    return Check(store, findings).run();
}

} // namespace crema::sync
