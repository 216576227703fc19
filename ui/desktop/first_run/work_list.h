// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace crema {
class FirstRunPresenter;
}

namespace crema::desktop {

class Theme;

/// What is being done, step by step, each with a mark: done, running, still to come.
class WorkList final : public QWidget
{
    Q_OBJECT

public:
    WorkList(const Theme &theme, FirstRunPresenter &presenter);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    const Theme &m_theme;
    FirstRunPresenter &m_presenter;
};

} // namespace crema::desktop
