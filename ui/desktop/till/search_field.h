// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace crema::desktop {

class Theme;

/// The till's search field: while it is empty its key stands at the trailing edge.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const Theme &theme, QWidget *parent = nullptr);

    /// What stands at the trailing edge; empty: nothing.
    void setKey(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int keyWidth() const;
    /// The text ends where the key stands.
    void keepRoom();

    const Theme &m_theme;
    QString m_key;
};

} // namespace crema::desktop
