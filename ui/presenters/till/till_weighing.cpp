// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/till/till_weighing.h"

#include "ui/presenters/till/weight_text.h"

#include <utility>

namespace crema {

TillWeighing::TillWeighing(const TillDesk &desk, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_locale(locale), m_texts(locale)
{}

QString TillWeighing::weightText(Quantity grams) const
{
    return crema::weightText(grams, weightUnitOf(m_desk.state().settings), m_locale);
}

void TillWeighing::ask(const TillItem &item, bool isLine, Take take)
{
    const SettingValues &settings = m_desk.state().settings;
    const bool isKilogram = weightUnitOf(settings) == WeightUnit::Kilogram;
    WeightView view;
    view.product = item.name;
    view.priceText = m_texts.price(item.price, item.unit);
    view.unitText = isKilogram ? tr("kg", "the unit") : tr("g", "the unit");
    view.exampleText = isKilogram ? m_locale.toString(0.25, 'f', 3) : m_locale.toString(250);
    if (const std::int64_t tare = tareOf(settings); tare > 0)
        view.tareText = crema::weightText(Quantity(tare), WeightUnit::Gram, m_locale);
    view.hasDecimals = isKilogram;
    view.isLine = isLine;
    m_view = view;
    m_price = item.price;
    m_take = std::move(take);
    Q_EMIT changed();
}

Result<Quantity> TillWeighing::netOf(const QString &text) const
{
    const SettingValues &settings = m_desk.state().settings;
    const std::int64_t tare = m_view->takesTare ? tareOf(settings) : 0;
    Result<Quantity> gross = readWeight(text, weightUnitOf(settings), m_locale);
    if (!gross || tare == 0)
        return gross;
    if (gross->units() <= tare)
        return failure(ProblemKind::Invalid, QStringLiteral("weight.tare"),
                       tr("Without the tare of %1 nothing is left.").arg(m_view->tareText),
                       tr("Type what the scale shows with the bag, or take no tare off."));
    return Quantity(gross->units() - tare);
}

void TillWeighing::type(const QString &text)
{
    if (!m_view || m_view->typed == text)
        return;
    m_view->typed = text;
    m_view->problem.clear();
    showNet();
}

void TillWeighing::takeTare(bool isTaken)
{
    if (!m_view || m_view->tareText.isEmpty() || m_view->takesTare == isTaken)
        return;
    m_view->takesTare = isTaken;
    m_view->problem.clear();
    showNet();
}

void TillWeighing::showNet()
{
    const Result<Quantity> net = netOf(m_view->typed);
    const Result<Money> costs = net && m_price ? m_price->extended(*net) : Result<Money>(Money());
    m_view->netText.clear();
    if (net && m_price && costs)
        m_view->netText = tr("%1, %2", "a weight and what it costs").arg(weightText(*net), m_texts.amount(*costs));
    Q_EMIT changed();
}

bool TillWeighing::enter(const QString &text)
{
    if (!m_view)
        return false;
    m_view->typed = text;
    const Result<Quantity> net = netOf(text);
    if (!net) {
        m_view->problem = net.error().message + QLatin1Char(' ') + net.error().hint;
        showNet();
        return false;
    }
    const Take take = std::exchange(m_take, {});
    close();
    take(net->units());
    return true;
}

void TillWeighing::close()
{
    if (!m_view)
        return;
    m_view.reset();
    m_price.reset();
    m_take = {};
    Q_EMIT changed();
}

} // namespace crema
