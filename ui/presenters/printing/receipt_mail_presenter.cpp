// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/printing/receipt_mail_presenter.h"

namespace crema {

ReceiptMailPresenter::ReceiptMailPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_locale(locale)
{
    m_actions.add({QStringLiteral("till.mail-receipt"),
                   tr("E-mail the receipt"),
                   QStringLiteral("mail"),
                   ActionCategory::Sale,
                   {QStringLiteral("Alt+E")},
                   {}},
                  [this] {
                      if (m_till.lastSale())
                          want(*m_till.lastSale());
                  });
    connect(&till, &TillPresenter::modeChanged, this, &ReceiptMailPresenter::updateActions);
    updateActions();
}

ReceiptMailPresenter::~ReceiptMailPresenter()
{
    m_stop.request_stop();
}

void ReceiptMailPresenter::updateActions()
{
    const QString reason = m_till.isTraining()  ? tr("Not in training.")
                           : !m_till.lastSale() ? tr("Nothing was sold here yet.")
                                                : QString();
    m_actions.find(u"till.mail-receipt")->setDisabledReason(reason);
}

void ReceiptMailPresenter::want(const Sale &sale)
{
    m_stop.request_stop(); // what is under way is told to nobody any more
    m_stop = {};
    m_isBusy = false;
    m_sale = sale;
    m_known.clear();
    m_problem.clear();
    Q_EMIT wanted();
    if (sale.customer)
        readAddress(this, m_stop.get_token(), *sale.customer, sale.id);
}

QCoro::Task<> ReceiptMailPresenter::readAddress(Self self, std::stop_token stop, CustomerId customer, SaleId sale)
{
    const Result<Customer> found = co_await self->m_desk.customer(customer);
    if (stop.stop_requested() || !self || !found || !self->m_sale || self->m_sale->id != sale)
        co_return;
    self->m_known = found->email;
    Q_EMIT self->changed();
}

QString ReceiptMailPresenter::saleText() const
{
    return m_sale ? tr("Receipt %1").arg(m_sale->number) : QString();
}

void ReceiptMailPresenter::send(const QString &address)
{
    if (m_isBusy || !m_sale)
        return;
    m_isBusy = true;
    m_problem.clear();
    Q_EMIT changed();
    keep(this, m_stop.get_token(), address.trimmed());
}

QCoro::Task<> ReceiptMailPresenter::keep(Self self, std::stop_token stop, QString address)
{
    const QString number = self->m_sale->id.toString();
    const QString language = self->m_locale.bcp47Name();
    const Result<void> kept = co_await self->m_desk.mailReceipt(number, address, language);
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isBusy = false;
    if (kept) {
        self->told(address);
        co_return;
    }
    const Problem &problem = kept.error();
    self->m_problem = problem.hint.isEmpty()
                          ? problem.message
                          : tr("%1 %2", "what happened, and what to do about it").arg(problem.message, problem.hint);
    Q_EMIT self->changed();
}

void ReceiptMailPresenter::told(const QString &address)
{
    const bool isOnline = m_desk.state().link == sync::Link::Online;
    const QString said = isOnline ? tr("The receipt goes to %1.").arg(address)
                                  : tr("The receipt goes to %1 as soon as there is a connection.").arg(address);
    m_till.say(Tone::Ok, said);
    Q_EMIT changed();
    Q_EMIT sent(said);
}

} // namespace crema
