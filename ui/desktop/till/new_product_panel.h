// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace crema {
class TillPresenter;
class UnknownCodePresenter;
} // namespace crema

namespace crema::desktop {

class Theme;
class TouchButton;

/// Makes a product of a scanned code in the middle of a sale: a name and a price are enough, the rest waits for the
/// catalog. The price is typed as at the till: 4 5 0 is 4.50.
class NewProductPanel final : public QWidget
{
    Q_OBJECT

public:
    NewProductPanel(const Theme &theme, TillPresenter &till, UnknownCodePresenter &presenter,
                    QWidget *parent = nullptr);

    /// Empties the form and puts the focus into the name.
    void arrive();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void showPrice();
    void save();

    TillPresenter &m_till;
    UnknownCodePresenter &m_presenter;
    QLabel *m_code;
    QLineEdit *m_name;
    QLineEdit *m_price;
    TouchButton *m_save;
    TouchButton *m_cancel;
    std::int64_t m_priceMinor = 0;
};

} // namespace crema::desktop
