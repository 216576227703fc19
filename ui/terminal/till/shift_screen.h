// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/shop_presenters.h"
#include "ui/terminal/application/menu_screen.h"

namespace crema::terminal {

/// Closes the shift: count the drawer as one sum or by notes and coins, say yes once, and see calmly how it came out,
/// with its Z report.
class ShiftScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    /// `openTill` shows the till, which opens a shift.
    ShiftScreen(Navigator &navigator, Clock &clock, MenuEnter enter, ShopPresenters &shop,
                std::function<void()> openTill);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_field; }
    void submit(const QString &text) override;
    void scan(const QString &code) override;
    bool back() override;
    void shown() override { showZ(); }

private:
    void ask(std::int64_t countedMinor);
    void beginPieces();
    void takePieces(const QString &text);
    void endPieces();
    void finishPieces();
    void showZ();
    [[nodiscard]] bool countsPieces() const { return m_piece >= 0; }
    [[nodiscard]] QList<TextLine> pieceLines() const;
    [[nodiscard]] QList<TextLine> countLines(const DrawerView &drawer) const;
    void goOn();
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] QList<TextLine> lines() const;

    Clock &m_clock;
    MenuEnter m_enter;
    ShopPresenters &m_shop;
    std::function<void()> m_openTill;
    LineEdit m_field;
    int m_piece = -1;             ///< which note or coin is counted; -1: one sum is typed
    QList<std::int64_t> m_counts; ///< of the pieces before it, and after the last of all
    bool m_isZUnseen = false;
};

} // namespace crema::terminal
