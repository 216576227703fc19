// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer may ask for: to be erased, and what is known of them (ADR 041).
#include "ui/presenters/customers/customer_list_presenter.h"
#include "ui/presenters/customers/private_file.h"

namespace crema {

QString CustomerListPresenter::eraseObstacle() const
{
    if (!m_detail || m_detail->isNew)
        return tr("No customer is open.");
    if (m_detail->isErased)
        return tr("What was known of this customer was erased.");
    if (!m_desk.state().may(Permission::PeopleManage))
        return tr("Only people who manage people erase a customer. Ask a manager.");
    return {};
}

QString CustomerListPresenter::exportObstacle() const
{
    const sync::ClientState &state = m_desk.state();
    if (!m_detail || m_detail->isNew)
        return tr("No customer is open.");
    if (!state.may(Permission::PeopleManage))
        return tr("Only people who manage people hand out what is known. Ask a manager.");
    if (!state.enrolled)
        return tr("The platform knows more than this device, and this device is not enrolled.");
    const bool isReached = state.link == sync::Link::Online || state.link == sync::Link::NeverTried;
    return isReached ? QString() : tr("The platform knows more than this device. Try again when it is reached.");
}

std::optional<EraseQuestion> CustomerListPresenter::eraseQuestion() const
{
    const auto customer = openCustomer();
    if (!customer || !eraseObstacle().isEmpty())
        return std::nullopt;
    EraseQuestion question;
    question.title = tr("Erase %1?", "a customer").arg(customer->name);
    question.goesText =
        tr("Name, e-mail, phone, tax number, card, notes and consent go, here and on every other device, with "
           "the record of each change.");
    if (!m_merged.isEmpty()) {
        QStringList names;
        for (const Part &part : m_merged)
            names.append(part.customer.name);
        question.goesText +=
            u' ' +
            tr("So do those of who was merged: %1.", "names of customers").arg(m_locale.createSeparatedList(names));
    }
    question.staysText = tr("Their sales stay, without a name. Nobody can take it back.");
    question.reasons = {{EraseReason::Requested, tr("They asked for it")},
                        {EraseReason::NotNeeded, tr("It is not needed any more")}};
    return question;
}

void CustomerListPresenter::erase(EraseReason reason)
{
    const auto customer = openCustomer();
    if (!customer || !eraseObstacle().isEmpty())
        return;
    perform([id = customer->id, reason](ShopDesk &desk) { return desk.eraseCustomer(id, reason); },
            [](CustomerListPresenter &self, const Customer &erased) {
                if (self.m_openId == erased.id.toString()) {
                    self.m_opened = erased;
                    self.m_exportedText.clear();
                    self.fillDraft(erased);
                    self.showOpen();
                }
                Q_EMIT self.erased();
            });
}

QString CustomerListPresenter::exportName() const
{
    return QStringLiteral("crema-customer-%1.json").arg(m_openId);
}

void CustomerListPresenter::exportTo(const QString &path)
{
    const auto customer = openCustomer();
    if (path.isEmpty() || !customer || !exportObstacle().isEmpty() || std::exchange(m_isWorking, true))
        return;
    forgetProblems();
    m_exportedText.clear();
    write(this, m_stop.get_token(), customer->id, path);
}

QCoro::Task<> CustomerListPresenter::write(Self self, std::stop_token stop, CustomerId id, QString path)
{
    const Result<QByteArray> known = co_await self->m_desk.exportCustomer(id);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isWorking = false;
    if (!known) {
        self->report(known.error());
        co_return;
    }
    if (const Result<void> written = writePrivateFile(path, *known); !written) {
        self->report(written.error());
        co_return;
    }
    const QString says = tr("What is known of the customer is in %1.", "a file").arg(path);
    if (self->m_openId == id.toString())
        self->m_exportedText = says;
    Q_EMIT self->draftChanged();
    Q_EMIT self->exported(says);
}

} // namespace crema
