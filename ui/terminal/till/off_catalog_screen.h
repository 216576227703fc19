// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/off_catalog_presenter.h"
#include "ui/terminal/application/terminal_screen.h"
#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

/// What is sold and is in no catalog: what it is, what it costs, and how it is taxed where there are several ways.
class OffCatalogScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    OffCatalogScreen(Navigator &navigator, OffCatalogPresenter &presenter);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;

private:
    enum class Step { Name, Price, Tax };

    void go(Step step);
    void takePrice(const QString &text);
    void takeTax(const QString &text);
    void add(TaxClassId taxClass);
    [[nodiscard]] QList<TextLine> lines() const;
    [[nodiscard]] QString promptText() const;

    OffCatalogPresenter &m_presenter;
    Step m_step = Step::Name;
    QString m_name;
    std::int64_t m_minor = 0;
    LineEdit m_field;
};

} // namespace crema::terminal
