// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/off_catalog_presenter.h"

#include "models/money/money_input.h"
#include "models/selling/off_catalog.h"

#include <algorithm>

namespace crema {

OffCatalogPresenter::OffCatalogPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_locale(locale), m_texts(locale)
{
    m_actions.add({QStringLiteral("till.off-catalog"),
                   tr("Something not in the catalog"),
                   QStringLiteral("plus"),
                   ActionCategory::Sale,
                   {QStringLiteral("Alt+O")},
                   {}},
                  [this] { want(); });
    connect(&till, &TillPresenter::modeChanged, this, &OffCatalogPresenter::updateActions);
    updateActions();
}

OffCatalogPresenter::~OffCatalogPresenter()
{
    m_stop.request_stop();
}

QString OffCatalogPresenter::obstacle() const
{
    switch (m_till.mode()) {
    case TillMode::Selling:
    case TillMode::ChangeDue: return {};
    case TillMode::Paying: return tr("A payment is under way.");
    default: return tr("Nothing can be sold yet.");
    }
}

void OffCatalogPresenter::updateActions()
{
    m_actions.find(u"till.off-catalog")->setDisabledReason(obstacle());
    Q_EMIT changed();
}

void OffCatalogPresenter::want()
{
    m_problems.clear();
    Q_EMIT wanted();
    readClasses(this, m_stop.get_token());
}

QCoro::Task<> OffCatalogPresenter::readClasses(Self self, std::stop_token stop)
{
    const Result<QList<TaxClass>> classes = co_await self->m_desk.taxClasses();
    if (stop.stop_requested() || !self)
        co_return;
    if (classes)
        self->showClasses(*classes);
    else
        self->refuse(classes.error());
}

void OffCatalogPresenter::showClasses(QList<TaxClass> classes)
{
    std::ranges::stable_sort(classes, [](const TaxClass &a, const TaxClass &b) { return a.isDefault && !b.isDefault; });
    m_classes = classes;
    m_choices.clear();
    for (const TaxClass &each : std::as_const(m_classes)) {
        const QString rate = tr("%1 %").arg(m_locale.toString(each.rate.tenThousandths() / 100.0, 'g', 4));
        m_choices.append({each.id, tr("%1 · %2", "tax class, rate").arg(each.name, rate)});
    }
    Q_EMIT changed();
}

QString OffCatalogPresenter::amountText(std::int64_t minor) const
{
    return m_texts.amount(Money(minor, m_desk.state().currency()));
}

bool OffCatalogPresenter::add(const QString &name, const QString &price, TaxClassId taxClass)
{
    const Result<Money> read = MoneyInput::parse(price.trimmed(), m_desk.state().currency(), m_locale);
    if (read)
        return addMinor(name, read->minor(), taxClass);
    Problem problem = read.error();
    problem.fields = {{QStringLiteral("price"), problem.message}};
    refuse(problem);
    return false;
}

bool OffCatalogPresenter::addMinor(const QString &name, std::int64_t minor, TaxClassId taxClass)
{
    const OffCatalog what{name.simplified(), taxClass};
    const Price price{Money(minor, m_desk.state().currency()), 1};
    if (const Result<CartLine> line = offCatalogLine(what, price, m_classes); !line) {
        refuse(line.error());
        return false;
    }
    m_problems.clear();
    if (!m_till.addOffCatalog(what, price)) {
        Q_EMIT changed();
        return false;
    }
    Q_EMIT changed();
    Q_EMIT added();
    return true;
}

void OffCatalogPresenter::refuse(const Problem &problem)
{
    m_problems.clear();
    for (const FieldProblem &field : problem.fields)
        m_problems.insert(field.field, field.message);
    if (m_problems.isEmpty())
        m_problems.insert(
            {}, problem.hint.isEmpty()
                    ? problem.message
                    : tr("%1 %2", "what happened, and what to do about it").arg(problem.message, problem.hint));
    Q_EMIT changed();
}

} // namespace crema
