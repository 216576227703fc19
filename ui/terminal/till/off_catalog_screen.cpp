// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/till/off_catalog_screen.h"

#include "ui/terminal/till/typed_amount.h"

namespace crema::terminal {

OffCatalogScreen::OffCatalogScreen(Navigator &navigator, OffCatalogPresenter &presenter)
    : TerminalScreen(navigator), m_presenter(presenter)
{
    connect(&m_presenter, &OffCatalogPresenter::changed, this, [this] { this->navigator().redraw(); });
}

void OffCatalogScreen::go(Step step)
{
    m_step = step;
    m_field.clear();
    navigator().redraw();
}

Page OffCatalogScreen::page() const
{
    Page page{.title = tr("NOT IN THE CATALOG")};
    page.body = [lines = lines()](const Layout &layout) { return textBlock(lines, layout); };
    page.prompt = Prompt{promptText(), m_field};
    return page;
}

QString OffCatalogScreen::promptText() const
{
    if (!m_presenter.obstacle().isEmpty())
        return {};
    switch (m_step) {
    case Step::Name: return tr("What");
    case Step::Price: return tr("Price");
    case Step::Tax: return tr("Tax");
    }
    return {};
}

QList<TextLine> OffCatalogScreen::lines() const
{
    if (const QString reason = m_presenter.obstacle(); !reason.isEmpty())
        return {{.left = reason, .style = Style::strong(), .maximumRows = 4}};
    switch (m_step) {
    case Step::Name: return {{.left = tr("What is sold? The receipt shows it."), .maximumRows = 3}};
    case Step::Price:
        return {{.left = m_name, .style = Style::strong(), .maximumRows = 3},
                {.left = tr("Digits count from the right: 10000 is 100.00."), .maximumRows = 4}};
    case Step::Tax: break;
    }
    QList<TextLine> lines{{.left = m_name, .right = m_presenter.amountText(m_minor), .style = Style::strong()}};
    int number = 0;
    for (const OffCatalogPresenter::TaxChoice &choice : m_presenter.taxChoices())
        lines.append({.left = tr("%1 %2", "number, tax").arg(++number).arg(choice.text), .maximumRows = 2});
    return lines;
}

QString OffCatalogScreen::helpText() const
{
    return tr("Sells something that is no article: it has a name, a price and a tax, and moves no stock. F3 goes one "
              "step back.");
}

void OffCatalogScreen::submit(const QString &text)
{
    if (!m_presenter.obstacle().isEmpty()) {
        navigator().closeTop();
        return;
    }
    switch (m_step) {
    case Step::Name:
        if (text.trimmed().isEmpty())
            return navigator().say(MessageKind::Warning, tr("Type what is sold."));
        m_name = text.simplified();
        go(Step::Price);
        break;
    case Step::Price: takePrice(text); break;
    case Step::Tax: takeTax(text.trimmed()); break;
    }
}

void OffCatalogScreen::takePrice(const QString &text)
{
    const std::optional<std::int64_t> minor = typedAmount(text.trimmed());
    if (!minor || *minor == 0)
        return navigator().say(MessageKind::Warning, tr("Type the amount in digits only, such as 10000 for 100.00"));
    m_minor = *minor;
    if (m_presenter.taxChoices().size() == 1)
        add(m_presenter.taxChoices().first().id);
    else
        go(Step::Tax);
}

// Enter alone is the usual way, which is the first.
void OffCatalogScreen::takeTax(const QString &text)
{
    const int number = text.isEmpty() ? 1 : text.toInt();
    if (number < 1 || number > m_presenter.taxChoices().size())
        return navigator().say(MessageKind::Warning, tr("Type the number of a tax."));
    add(m_presenter.taxChoices().at(number - 1).id);
}

void OffCatalogScreen::add(TaxClassId taxClass)
{
    if (m_presenter.addMinor(m_name, m_minor, taxClass)) {
        navigator().closeTop();
        return;
    }
    const QString name = m_presenter.problem(QStringLiteral("name"));
    const QString price = m_presenter.problem(QStringLiteral("price"));
    go(name.isEmpty() ? Step::Price : Step::Name);
    const QString problem = !name.isEmpty() ? name : !price.isEmpty() ? price : m_presenter.problem();
    if (!problem.isEmpty()) // else the till has said why
        navigator().say(MessageKind::Error, problem);
}

bool OffCatalogScreen::back()
{
    if (m_step == Step::Tax)
        go(Step::Price);
    else if (m_step == Step::Price)
        go(Step::Name);
    else
        return false;
    return true;
}

// What has a code is an article.
void OffCatalogScreen::scan(const QString &)
{
    navigator().bell();
    navigator().say(MessageKind::Warning, tr("Press F3 to go back to the sale, then scan."));
}

} // namespace crema::terminal
