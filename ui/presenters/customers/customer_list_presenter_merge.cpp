// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who turned out to be one (ADR 067).
#include "models/loyalty/points_rules.h"
#include "models/money/money_text.h"
#include "ui/presenters/customers/customer_draft.h"
#include "ui/presenters/customers/customer_list_presenter.h"
#include "ui/presenters/customers/customer_merge_presenter.h"

namespace crema {

QList<MergedCustomer> CustomerListPresenter::mergedRows() const
{
    QList<MergedCustomer> rows;
    for (const Part &part : m_merged) {
        const Customer &customer = part.customer;
        QStringList about{customer.email, customer.phone, customer.taxId, customer.card};
        about.removeAll(QString());
        QStringList left;
        if (part.points != 0)
            left.append(pointsText(part.points));
        if (part.credit && !part.credit->isZero())
            left.append(formatMoney(*part.credit, m_locale, part.credit->currency()));
        rows.append({customer.id.toString(), customer.name, about.join(QStringLiteral(" · ")),
                     left.join(QStringLiteral(", "))});
    }
    return rows;
}

void CustomerListPresenter::showMerged(const MergeDone &done, const QString &says)
{
    m_notices.post(says, [&desk = m_desk, done] {
        desk.unmergeCustomer(done.goes).then([&desk, done](const Result<Customer> &parted) {
            // What who stays took over of the other one is none of theirs any more.
            if (parted)
                desk.editCustomer(done.after, takenBack(done.after, done.before, done.after))
                    .then([](const Result<Customer> &) {});
        });
    });
    open(done.after.id.toString());
    refresh();
}

void CustomerListPresenter::showParted(CustomerId id, const QString &says)
{
    const auto from = CustomerId::fromString(m_openId);
    m_notices.post(says, [&desk = m_desk, id, from] {
        if (from)
            desk.mergeCustomers(id, *from).then([](const Result<Customer> &) {});
    });
    refresh();
}

void CustomerListPresenter::showTakenOver(const QString &says)
{
    Q_EMIT pointsAdjusted(says);
    refresh();
}

void CustomerListPresenter::followMerge(const QString &asked)
{
    if (!m_opened || m_openId != asked || m_opened->id.toString() == asked)
        return;
    const CustomerDraft typed = m_draft;
    const CustomerDraft seen = m_seen;
    m_openId = m_opened->id.toString();
    fillDraft(m_opened);
    m_draft = laidOver(m_seen, seen, typed); // nothing that somebody typed is lost
    m_readAgain = true;                      // their points
    Q_EMIT placeChanged();
}

} // namespace crema
