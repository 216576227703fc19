// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"

#include <algorithm>

namespace crema::sync {
namespace {

/// Waits until whatever is asked was answered, and goes on at once then.
template<class Waiting>
struct Answer {
    std::shared_ptr<Waiting> waiting;

    [[nodiscard]] bool await_ready() const noexcept { return waiting->isAnswered; }
    void await_suspend(std::coroutine_handle<> waiter) const noexcept { waiting->waiter = waiter; }
    [[nodiscard]] std::optional<PersonId> await_resume() const { return waiting->approver; }
};

} // namespace

Problem nothingIsAsked()
{
    return {ProblemKind::Conflict,
            QStringLiteral("approval.not_asked"),
            Client::tr("Nothing waits for an approval any more."),
            Client::tr("Do it again, then approve it."),
            {}};
}

bool isHere(LocalStore &local, PersonId person)
{
    const std::optional<Person> &here = local.place().person;
    return here && here->id == person;
}

QCoro::Task<std::optional<Approval>> Client::Private::askForApproval(ApprovalRequest wanted)
{
    if (!q || approval)
        co_return std::nullopt;
    const auto waiting = std::make_shared<WaitingApproval>();
    waiting->request = wanted;
    approval = waiting;
    Q_EMIT q->approvalWanted(wanted);
    // A name of its own: GCC 12 destroys a temporary aggregate in this place twice.
    Answer<WaitingApproval> answer{waiting};
    const std::optional<PersonId> approver = co_await answer;
    if (!approver)
        co_return std::nullopt;
    co_return Approval{*approver, wanted.asking};
}

void Client::Private::endApproval(const std::optional<PersonId> &approver)
{
    const auto waiting = std::exchange(approval, nullptr);
    if (!waiting)
        return;
    waiting->isAnswered = true;
    waiting->approver = approver;
    if (waiting->waiter)
        waiting->waiter.resume();
}

ApprovalOffer Client::offerApproval()
{
    return ApprovalOffer(d->offersApproval);
}

QCoro::Task<Result<void>> Client::approve(PersonId approver, QString pin)
{
    const auto self = d;
    const auto waiting = self->approval;
    const auto isNamed = [&](const Person &person) { return person.id == approver; };
    if (!waiting || std::ranges::none_of(waiting->request.approvers, isNamed))
        co_return failure(nothingIsAsked());
    auto pending =
        Private::write(self, [approver, pin](LocalStore &local) { return checkPinOf(local, approver, pin); });
    const auto checked = co_await pending;
    if (!checked)
        co_return failure(checked.error());
    if (!*checked)
        co_return failure(checked->error());
    // Given up, or the till was locked, while the PIN was looked at.
    if (self->approval != waiting)
        co_return failure(nothingIsAsked());
    self->endApproval(approver);
    co_return Result<void>();
}

void Client::declineApproval()
{
    d->endApproval(std::nullopt);
}

} // namespace crema::sync
