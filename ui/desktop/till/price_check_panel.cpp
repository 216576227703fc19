// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/price_check_panel.h"

#include "ui/desktop/theme/amount_text.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int mostHits = 9;

QStringList factsOf(const LookupView &view)
{
    QStringList facts;
    if (!view.stockText.isEmpty())
        facts.append(PriceCheckPanel::tr("On hand: %1").arg(view.stockText));
    facts.append(PriceCheckPanel::tr("SKU %1").arg(view.sku));
    return facts + view.parts + view.otherVariants;
}

QLabel *addText(const Theme &theme, QVBoxLayout &body, const char *objectName, int px, QFont::Weight weight)
{
    auto *label = makeText(theme, QString::fromLatin1(objectName), px, weight);
    label->setWordWrap(true);
    body.addWidget(label);
    return label;
}

} // namespace

PriceCheckPanel::PriceCheckPanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("priceCheckPanel"), tr("Check a price")), m_lookup(steps.lookup()),
      m_text(new QLineEdit), m_price(new AmountLabel), m_list(new QVBoxLayout)
{
    body()->addWidget(new FormField(theme, QStringLiteral("priceCheckText"),
                                    tr("Scan it, or type its code or a part of its name"), m_text));
    m_problem = addText(theme, *body(), "priceCheckProblem", 14, QFont::Normal);
    m_name = addText(theme, *body(), "priceCheckName", 20, QFont::DemiBold);
    m_price->setObjectName(QStringLiteral("priceCheckPrice"));
    m_price->setFont(theme.font(40, QFont::DemiBold));
    m_price->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    body()->addWidget(m_price);
    m_facts = addText(theme, *body(), "priceCheckFacts", 16, QFont::Normal);
    m_list->setSpacing(8);
    body()->addLayout(m_list);
    body()->addStretch(1);
    connect(m_text, &QLineEdit::returnPressed, &m_lookup, [this] {
        if (!m_text->text().trimmed().isEmpty())
            m_lookup.enter(m_text->text().trimmed());
        m_text->selectAll();
    });
    connect(&m_lookup, &ProductLookup::changed, this, &PriceCheckPanel::showFound);
    connect(&m_lookup, &ProductLookup::refused, this, &PriceCheckPanel::showRefusal);
    showFound();
}

void PriceCheckPanel::arrive()
{
    m_text->clear();
    showFound();
    m_text->setFocus();
}

void PriceCheckPanel::showRefusal(const Problem &problem)
{
    m_problem->setText(problem.message);
    m_problem->show();
}

void PriceCheckPanel::showFound()
{
    const LookupView &view = m_lookup.view();
    m_problem->hide();
    m_name->setText(view.option.isEmpty() ? view.name
                                          : tr("%1 %2", "a product and its option").arg(view.name, view.option));
    m_price->setText(view.priceText);
    m_price->updateGeometry();
    m_facts->setText(view.isEmpty() ? QString() : factsOf(view).join(QLatin1Char('\n')));
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_price, m_facts})
        part->setVisible(!view.isEmpty());
    showHits();
}

void PriceCheckPanel::showHits()
{
    const QList<LookupHit> hits = m_lookup.hits().mid(0, mostHits);
    while (m_hits.size() < hits.size()) {
        const int row = static_cast<int>(m_hits.size());
        auto *hit = new TouchButton(m_theme, QStringLiteral("priceCheckHit%1").arg(row));
        hit->setArrangement(TouchButton::Arrangement::Leading);
        hit->setTextSize(16, QFont::Medium);
        hit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        hit->setFixedHeight(m_theme.scaled(64));
        connect(
            hit, &QPushButton::clicked, &m_lookup, [this, row] { m_lookup.choose(row); }, Qt::QueuedConnection);
        m_list->addWidget(hit);
        m_hits.append(hit);
    }
    for (int row = 0; row < m_hits.size(); ++row) {
        m_hits.at(row)->setVisible(row < hits.size());
        if (row >= hits.size())
            continue;
        m_hits.at(row)->setText(hits.at(row).title);
        m_hits.at(row)->setSecondLine(hits.at(row).priceText);
        m_hits.at(row)->setAccessibleName(
            tr("%1, %2", "a product and its price").arg(hits.at(row).title, hits.at(row).priceText));
    }
}

WhyPanel::WhyPanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("whyPanel"), tr("Why this price")),
      m_lineName(addText(theme, *body(), "whyLineName", 18, QFont::DemiBold)),
      m_line(addText(theme, *body(), "whyLine", 16, QFont::Normal))
{
    body()->addSpacing(12);
    addText(theme, *body(), "whySaleName", 18, QFont::DemiBold)->setText(tr("The whole sale"));
    m_sale = addText(theme, *body(), "whySale", 16, QFont::Normal);
    body()->addStretch(1);
    connect(&steps, &CartStepPresenter::changed, this, &WhyPanel::showSteps);
}

void WhyPanel::arrive()
{
    showSteps();
    findChild<QWidget *>(QStringLiteral("whyPanelBack"))->setFocus();
}

void WhyPanel::showSteps()
{
    if (m_steps.step() != CartStep::Why)
        return;
    m_lineName->setText(m_steps.scopeText());
    m_line->setText(m_steps.whyOfLine().join(QLatin1Char('\n')));
    m_sale->setText(m_steps.whyOfSale().join(QLatin1Char('\n')));
}

} // namespace crema::desktop
