// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/selling/approver_word.h"

#include <algorithm>

namespace crema::presenters {
namespace {

bool isNamed(const Person &person, const QString &who)
{
    return person.name.compare(who, Qt::CaseInsensitive) == 0 || person.email.compare(who, Qt::CaseInsensitive) == 0;
}

} // namespace

GivenApproval::GivenApproval(sync::Client &client, std::optional<ApproverWord> approver)
    : m_client(client), m_approver(std::move(approver))
{
    if (!m_approver)
        return;
    connect(&client, &sync::Client::approvalWanted, this, &GivenApproval::answer);
}

void GivenApproval::answer(const sync::ApprovalRequest &request)
{
    const auto approver = std::ranges::find_if(
        request.approvers, [this](const Person &person) { return isNamed(person, m_approver->who); });
    if (approver == request.approvers.end())
        m_client.declineApproval();
    else
        approve(this, approver->id, m_approver->pin);
}

QCoro::Task<> GivenApproval::approve(QPointer<GivenApproval> self, PersonId person, QString pin)
{
    const Result<void> approved = co_await self->m_client.approve(person, pin);
    if (!self || approved)
        co_return;
    self->m_refusal = approved.error();
    self->m_client.declineApproval();
}

} // namespace crema::presenters
