// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/planted.h"
#include "models/operations/operation_types.h"
#include "sync/store/later_outcomes.h"
#include "sync/store/local_store.h"

#include <QCoreApplication>

#include <utility>

/// The part of the store that asks before many rows go (sync.md rule 28).
namespace crema::sync {
namespace {

/// Whether it takes a product or an article out of use.
bool takesAway(const Operation &operation)
{
    if (operation.type != operation::productEdit && operation.type != operation::variantEdit)
        return false;
    const QJsonObject fields = operation.body.value(QStringLiteral("fields")).toObject();
    return fields.value(QStringLiteral("archived")).toObject().value(QStringLiteral("to")).toBool();
}

} // namespace

Result<void> LocalStore::applyPage(const FeedPage &page)
{
    std::optional<DeletionQuestion> asked;
    if (CREMA_PLANTED(CursorBeforeRows)) {
        [[maybe_unused]] const Result<void> moved = write([&]() -> Result<void> {
            m_deviceRows.setCursor(page.next);
            return {};
        });
    }
    const Result<void> applied = write([&]() -> Result<void> {
        asked = deletions().letGo(DeletionSource::Platform, deletions().leavingWith(page.rows));
        if (asked)
            return failure(deletionProblem(*asked));
        const QList<std::int64_t> answered = keepLaterOutcomes(page.rows, m_queue);
        rebase({page.rows, page.horizon, page.next.epoch, answered}, *m_database, m_rows, m_aggregates, m_queue);
        eraseWhatWasAnswered();
        m_deviceRows.setCursor(page.next);
        return {};
    });
    m_place.reset();
    if (asked)
        return askAbout(*asked);
    return applied;
}

tl::unexpected<Problem> LocalStore::askAbout(const DeletionQuestion &question)
{
    const Result<void> kept = write([&]() -> Result<void> {
        deletions().keep(question.source, question);
        return {};
    });
    m_place.reset();
    return failure(kept ? deletionProblem(question) : kept.error());
}

Result<void> LocalStore::allowDeletion()
{
    if (const Result<void> allowed = requirePermission(Permission::ReviewsResolve); !allowed)
        return allowed;
    const std::optional<DeletionQuestion> asked = deletionQuestion();
    m_place.reset();
    if (!asked)
        return failure(ProblemKind::NotFound, QStringLiteral("deletion.not_asked"),
                       QCoreApplication::translate("Store", "Nothing waits to be deleted."), {});
    deletions().allow(*asked);
    return {};
}

std::optional<DeletionQuestion> LocalStore::deletionQuestion()
{
    const Place &here = place();
    if (here.asked || !here.asksHere)
        return here.asked; // the one that is agreed to first
    return deletions().stillAskedHere();
}

Result<void> LocalStore::countDeletion(const Operation &operation)
{
    if (!takesAway(operation))
        return {};
    const DeletionGuard::Leaving one{{operation.subject.type, 1}};
    m_askedHere = deletions().letGo(DeletionSource::Here, one);
    return m_askedHere ? Result<void>(failure(deletionProblem(*m_askedHere))) : Result<void>();
}

void LocalStore::keepAskedHere()
{
    if (!m_askedHere)
        return;
    const DeletionQuestion question = *std::exchange(m_askedHere, std::nullopt);
    // Without it nobody can agree, and whoever tries again is asked again.
    [[maybe_unused]] const Result<void> kept = write([&]() -> Result<void> {
        deletions().keep(DeletionSource::Here, question);
        return {};
    });
    m_place.reset();
}

} // namespace crema::sync
