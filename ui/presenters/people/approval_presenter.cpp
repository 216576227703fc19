// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/people/approval_presenter.h"

#include "models/operations/operation_types.h"
#include "ui/presenters/till/till_texts.h"

namespace crema {

ApprovalPresenter::ApprovalPresenter(ShopDesk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

ApprovalPresenter::~ApprovalPresenter()
{
    m_stop.request_stop();
    if (m_request)
        m_desk.declineApproval();
}

void ApprovalPresenter::start()
{
    connect(&m_desk, &ShopDesk::approvalWanted, this, &ApprovalPresenter::ask);
    connect(&m_desk, &TillDesk::changed, this, &ApprovalPresenter::followDesk);
    m_desk.offerApprovals();
}

void ApprovalPresenter::ask(const sync::ApprovalRequest &request)
{
    m_request = request;
    m_approvers.clear();
    for (const Person &person : request.approvers)
        m_approvers.append({person.id, person.name, TillTexts::initials(person.name), true});
    m_selected = m_approvers.isEmpty() ? -1 : 0;
    m_pin.clear();
    m_message.reset();
    Q_EMIT askingChanged();
    Q_EMIT changed();
}

// Whoever asked is not at the device any more: nobody else may get what is approved for them.
void ApprovalPresenter::followDesk()
{
    const std::optional<Person> &person = m_desk.state().person;
    if (m_request && (!person || person->id != m_request->asking)) {
        m_desk.declineApproval();
        end();
    }
}

void ApprovalPresenter::end()
{
    if (!m_request)
        return;
    m_request.reset();
    m_approvers.clear();
    m_selected = -1;
    m_pin.clear();
    m_message.reset();
    m_busy = false;
    Q_EMIT askingChanged();
    Q_EMIT changed();
}

QString ApprovalPresenter::wantedText() const
{
    if (!m_request)
        return {};
    const QString &name = m_request->askingName;
    const QString &type = m_request->operationType;
    if (m_request->isReturn && m_request->refund)
        return tr("%1 wants to pay back %2.").arg(name, TillTexts(QLocale()).amount(*m_request->refund));
    if (m_request->isReturn)
        return tr("%1 wants to take something back.").arg(name);
    if (type == operation::saleComplete && m_request->discount > 0) {
        const int percent = (m_request->discount + 99) / 100;
        return tr("%1 wants to take %2 % off this sale.").arg(name, QString::number(percent));
    }
    if (type == operation::saleComplete)
        return tr("%1 wants to sell.").arg(name);
    if (type == sync::trainingBegin)
        return tr("%1 wants to practise at the till.").arg(name);
    if (type == operation::shiftOpen)
        return tr("%1 wants to open a shift.").arg(name);
    if (type == operation::cashMove)
        return tr("%1 wants to take cash out of the drawer, or to open it.").arg(name);
    // By how much it is off would tell who counts blind what should be in the drawer.
    if (type == operation::shiftClose && m_request->difference > 0)
        return tr("%1 wants to close the shift, but the count is further off than the shop accepts.").arg(name);
    if (type == operation::shiftClose)
        return tr("%1 wants to close the shift.").arg(name);
    if (type == operation::productCreate || type == operation::variantCreate)
        return tr("%1 wants to add a product to the catalog.").arg(name);
    if (type == operation::productEdit || type == operation::variantEdit)
        return tr("%1 wants to change a product.").arg(name);
    if (type == operation::attentionResolve)
        return tr("%1 wants to decide about something that needs attention.").arg(name);
    return tr("%1 wants to do something that needs more rights.").arg(name);
}

void ApprovalPresenter::select(int row)
{
    if (m_busy || row < 0 || row >= m_approvers.size() || row == m_selected)
        return;
    m_selected = row;
    m_pin.clear();
    m_message.reset();
    Q_EMIT changed();
}

void ApprovalPresenter::typeDigit(int digit)
{
    if (!m_request || m_busy || digit < 0 || digit > 9 || m_pin.size() == LockPresenter::maxPinLength)
        return;
    if (m_pin.isEmpty())
        m_message.reset();
    m_pin += QChar(static_cast<char16_t>(u'0' + digit));
    Q_EMIT changed();
}

void ApprovalPresenter::eraseDigit()
{
    if (m_busy)
        return;
    m_pin.chop(1);
    Q_EMIT changed();
}

void ApprovalPresenter::clearDigits()
{
    if (m_busy)
        return;
    m_pin.clear();
    Q_EMIT changed();
}

void ApprovalPresenter::submit()
{
    if (m_busy || m_pin.isEmpty() || m_selected < 0)
        return;
    m_busy = true;
    const QString pin = std::exchange(m_pin, {});
    Q_EMIT changed();
    tryPin(this, m_stop.get_token(), m_approvers.at(m_selected).id, pin);
}

QCoro::Task<> ApprovalPresenter::tryPin(Self self, std::stop_token stop, PersonId approver, QString pin)
{
    const Result<void> approved = co_await self->m_desk.approve(approver, pin);
    if (!stop.stop_requested() && self)
        self->answered(approved);
}

void ApprovalPresenter::answered(const Result<void> &approved)
{
    // Given up meanwhile: the answer is of nothing that is asked now.
    if (!m_request || !m_busy)
        return;
    m_busy = false;
    if (approved) {
        end();
        return;
    }
    m_message = TillMessage{Tone::Warning, approved.error().message,
                            tr("Type it again, or go back: everything stays as it is."), ++m_messageNumber};
    Q_EMIT changed();
    Q_EMIT refused();
}

void ApprovalPresenter::cancel()
{
    if (!m_request)
        return;
    m_desk.declineApproval();
    end();
}

} // namespace crema
