// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace crema {
class Action;
class AttentionPresenter;
struct CardView;
} // namespace crema

namespace crema::desktop {

class CardFieldRow;
class MessageStrip;
class Theme;
class TouchButton;

/// The card that is open: what happened, yours and the server's side by side, and what to do (ux.md 2.9). It stands in
/// the sync panel, so it never covers a till that sells.
class AttentionCardView final : public QWidget
{
    Q_OBJECT

public:
    /// `exportQueue` writes what waits to a file, what the platform could not read among it.
    AttentionCardView(const Theme &theme, AttentionPresenter &presenter, Action &exportQueue,
                      QWidget *parent = nullptr);

    /// The focus goes to what saves or repeats: with everything as it is proposed, that keeps theirs.
    void arrive();

Q_SIGNALS:
    /// "crema://catalog/…" is to be shown.
    void openWanted(const QString &address);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] TouchButton *headButton(const QString &name, const QString &icon, const QString &text);
    void showCard();
    void makeFields(const CardView &card);
    void showActions(const CardView &card);

    const Theme &m_theme;
    AttentionPresenter &m_presenter;
    QLabel *m_title;
    QLabel *m_place;
    QLabel *m_sentence;
    QLabel *m_hint;
    QLabel *m_by;
    TouchButton *m_before;
    TouchButton *m_after;
    TouchButton *m_subject;
    TouchButton *m_export;
    MessageStrip *m_message;
    QWidget *m_fields = nullptr;
    QVBoxLayout *m_fieldColumn;
    QList<CardFieldRow *> m_rows;
    QList<TouchButton *> m_buttons;
    QString m_shown; ///< the card whose fields stand there
};

} // namespace crema::desktop
