// SPDX-License-Identifier: MIT
// 8 and 9: the knots of each way in the order in which the pen passes them.
#include "data/hand/ways.h"

namespace mlp {
namespace {

constexpr Join C = Join::kCorner;
constexpr Join L = Join::kLift;

constexpr Knot k8RightFirst[] = {{50, 12},  {30, 0}, {11, 12}, {16, 34}, {36, 52}, {48, 76},
                                 {30, 100}, {8, 82}, {18, 58}, {40, 38}, {51, 10}};
constexpr Knot k8Diagonal[] = {{56, 8},  {26, 2},  {10, 18}, {28, 44}, {44, 72},
                               {28, 98}, {10, 84}, {26, 56}, {60, 4}};
constexpr Knot k8SmallBottom[] = {{60, 14},  {34, 0},  {6, 14},  {12, 38}, {34, 56}, {40, 80},
                                  {26, 100}, {14, 82}, {28, 58}, {52, 36}, {58, 10}};
constexpr Knot k8LeftFirst[] = {{10, 14},  {30, 0},  {48, 12}, {42, 36}, {22, 54}, {10, 80},
                                {30, 100}, {50, 80}, {38, 56}, {16, 36}, {10, 12}};
constexpr Knot k8OpenTop[] = {{50, 4},  {30, 2}, {12, 14}, {18, 36}, {38, 56}, {44, 80},
                              {26, 99}, {8, 84}, {20, 60}, {44, 34}, {58, 8}};
constexpr Knot k8Gap[] = {{46, 8},  {26, 2}, {10, 16}, {22, 40}, {40, 64}, {34, 94},
                          {16, 98}, {8, 80}, {24, 54}, {50, 26}, {70, 0}};
constexpr Knot k8SmallTop[] = {{44, 10},  {30, 0}, {16, 10}, {20, 28}, {40, 48}, {54, 74},
                               {32, 100}, {4, 80}, {14, 54}, {38, 32}, {44, 8}};
constexpr Knot k8Circles[] = {{30, 0},   {14, 10},   {14, 34}, {30, 46}, {46, 34},
                              {46, 12},  {30, 0, L}, {30, 46}, {10, 60}, {8, 86},
                              {30, 100}, {52, 86},   {50, 60}, {30, 46}};
constexpr Knot k8StraightBack[] = {{46, 10}, {28, 0}, {10, 14}, {22, 38}, {42, 66}, {36, 94},
                                   {16, 98}, {8, 80}, {26, 52}, {46, 24}, {58, 0}};
constexpr Knot k8StraightBackWide[] = {{36, 8},  {20, 4},  {6, 20},  {24, 44}, {46, 72}, {34, 98},
                                       {14, 96}, {10, 76}, {32, 46}, {56, 18}, {74, -6}};
constexpr Knot k8Ribbon[] = {{8, 10},  {14, 30}, {34, 56}, {46, 80}, {34, 99},
                             {16, 96}, {12, 78}, {30, 50}, {54, 12}};
constexpr Knot k8RibbonWide[] = {{-4, 4},  {20, 34}, {40, 62}, {42, 88}, {28, 100},
                                 {16, 88}, {22, 64}, {44, 36}, {70, 2}};
constexpr Knot k8Middle[] = {{30, 48}, {12, 30}, {16, 6},   {32, 0},  {48, 12}, {42, 34},
                             {22, 56}, {10, 80}, {30, 100}, {50, 82}, {40, 58}, {28, 46}};
constexpr Knot k8MiddleOpen[] = {{40, 44}, {14, 34}, {12, 8},   {32, -2}, {50, 12}, {44, 34},
                                 {24, 54}, {8, 80},  {28, 100}, {52, 84}, {44, 60}, {22, 52}};
constexpr Knot k8TwoStrokes[] = {{50, 10},  {28, 0},    {10, 16}, {30, 44}, {48, 74},
                                 {28, 100}, {8, 84, L}, {8, 84},  {28, 50}, {52, 10}};
constexpr Knot k8TwoStrokesOpen[] = {{46, 6},   {26, 0},     {8, 18},  {28, 46}, {50, 76},
                                     {32, 102}, {10, 92, L}, {12, 80}, {32, 48}, {60, 2}};
constexpr Way k8[] = {
    {"from the right", 6, 1.5F, k8RightFirst},
    {"diagonal", 2, 2, k8Diagonal},
    {"small bottom", 2, 1, k8SmallBottom},
    {"from the left", 2, 1.5F, k8LeftFirst},
    {"open top", 2, 2, k8OpenTop},
    {"gap", 1.5F, 1.5F, k8Gap},
    {"small top", 1, 1, k8SmallTop},
    {"two circles", 0.7F, 1.5F, k8Circles},
    {"straight back", 0.2F, 2, k8StraightBack, k8StraightBackWide},
    {"ribbon", 0.1F, 1.5F, k8Ribbon, k8RibbonWide},
    {"from the middle", 0.1F, 0.7F, k8Middle, k8MiddleOpen},
    {"two strokes", 0.1F, 1, k8TwoStrokes, k8TwoStrokesOpen},
};
static_assert(are_sound(k8));

constexpr Knot k9Straight[] = {{46, 12}, {30, 1},     {10, 12}, {6, 34},  {22, 46},
                               {40, 34}, {49, 10, C}, {46, 56}, {40, 100}};
constexpr Knot k9Curved[] = {{46, 8},  {28, 2},  {8, 18},  {10, 40}, {30, 42},
                             {46, 14}, {50, 30}, {42, 66}, {28, 100}};
constexpr Knot k9BigHead[] = {{54, 14}, {32, 0},     {6, 14},  {2, 42},  {18, 58},
                              {44, 46}, {54, 16, C}, {54, 60}, {50, 100}};
constexpr Knot k9Leaf[] = {{52, 4},  {30, 4},    {10, 20}, {4, 38},  {16, 48},
                           {36, 34}, {52, 6, C}, {44, 50}, {30, 100}};
constexpr Knot k9Wide[] = {{50, 12}, {28, 4},     {4, 20},  {6, 42},  {28, 42},
                           {50, 22}, {56, 10, C}, {48, 56}, {36, 100}};
constexpr Knot k9OpenHead[] = {{42, 2},  {18, 6},     {6, 28},  {16, 46},
                               {38, 38}, {50, 14, C}, {46, 56}, {40, 100}};
constexpr Knot k9DeepHead[] = {{50, 6},  {28, 2},    {6, 26},  {6, 54},  {26, 58},
                               {48, 30}, {54, 6, C}, {50, 52}, {40, 100}};
constexpr Knot k9SmallHead[] = {{44, 8},  {28, 0},    {12, 8},  {10, 24}, {24, 32},
                                {40, 22}, {46, 6, C}, {44, 50}, {36, 100}};
constexpr Knot k9BackLoop[] = {{52, 0},  {26, 6},    {8, 24},  {10, 44}, {30, 40},
                               {46, 16}, {50, 6, C}, {44, 50}, {34, 100}};
constexpr Knot k9Hooked[] = {{48, 8},     {26, 2},  {8, 14},  {14, 34}, {36, 36},
                             {48, 14, C}, {52, 56}, {40, 92}, {16, 98}, {0, 82}};
constexpr Knot k9Round[] = {{44, 10}, {24, 0},  {8, 14},  {12, 34},  {36, 34},
                            {50, 16}, {55, 50}, {46, 86}, {24, 100}, {2, 84}};
constexpr Knot k9Curled[] = {{46, 12},    {30, 1},  {10, 12}, {6, 34},   {22, 46}, {40, 34},
                             {48, 10, C}, {50, 50}, {44, 84}, {26, 100}, {6, 92}};
constexpr Knot k9CurledFar[] = {{44, 10},    {26, 0},  {8, 12},  {8, 32},   {24, 40}, {42, 28},
                                {50, 10, C}, {56, 52}, {46, 90}, {10, 104}, {-24, 86}};
constexpr Knot k9SmallHeadCurled[] = {{46, 8},    {28, 0},  {12, 8},  {10, 22},  {24, 30}, {42, 20},
                                      {47, 6, C}, {51, 48}, {44, 86}, {24, 100}, {6, 92}};
constexpr Knot k9SmallHeadCurledFar[] = {{42, 12}, {30, 2},   {16, 8},    {16, 20},
                                         {28, 26}, {42, 18},  {48, 8, C}, {56, 50},
                                         {46, 88}, {10, 102}, {-26, 88}};
constexpr Knot k9Foot[] = {{46, 12},    {28, 0},  {8, 14},     {10, 36}, {32, 40},
                           {48, 14, C}, {50, 58}, {46, 96, C}, {26, 99}, {6, 98}};
constexpr Knot k9FootLong[] = {{44, 10},    {26, 2},  {8, 16},      {12, 36},  {32, 36},
                               {46, 12, C}, {54, 60}, {52, 100, C}, {12, 102}, {-28, 98}};
constexpr Knot k9SHead[] = {{46, 14}, {30, 0},  {10, 10}, {10, 32},  {30, 42},
                            {46, 36}, {52, 56}, {44, 88}, {20, 100}, {-2, 90}};
constexpr Knot k9SHeadOpen[] = {{40, 24}, {36, 4},  {14, 2},  {6, 24}, {22, 42},
                                {44, 42}, {50, 62}, {38, 94}, {8, 98}, {-16, 84}};
constexpr Knot k9InnerStart[] = {{30, 24}, {42, 18},    {40, 4},  {20, 0},  {6, 16},   {14, 38},
                                 {36, 36}, {50, 12, C}, {52, 56}, {42, 92}, {14, 100}, {-4, 86}};
constexpr Knot k9InnerStartDeep[] = {{20, 30}, {36, 28}, {46, 8},  {22, -2},
                                     {2, 16},  {10, 40}, {36, 40}, {54, 10, C},
                                     {54, 60}, {40, 96}, {4, 100}, {-22, 84}};
constexpr Knot k9TwoStrokes[] = {{44, 14}, {28, 2},     {10, 12}, {8, 32},  {24, 44},
                                 {42, 32}, {46, 14, L}, {50, 4},  {49, 50}, {45, 100}};
constexpr Knot k9TwoStrokesCurved[] = {{42, 12}, {24, 0},     {6, 12}, {6, 34},  {24, 46},
                                       {42, 34}, {42, 12, L}, {50, 0}, {54, 62}, {22, 104}};
constexpr Way k9[] = {
    {"straight", 5, 1, k9Straight},
    {"curved", 3, 1, k9Curved},
    {"big head", 2.5F, 0.7F, k9BigHead},
    {"leaf", 2, 0.7F, k9Leaf},
    {"wide", 2, 0.7F, k9Wide},
    {"open head", 2, 1.5F, k9OpenHead},
    {"deep head", 1.5F, 0.7F, k9DeepHead},
    {"small head", 1.5F, 1, k9SmallHead},
    {"back loop", 1.5F, 1, k9BackLoop},
    {"curled", 1, 3, k9Curled, k9CurledFar},
    {"hooked", 1, 2.5F, k9Hooked},
    {"round", 0.8F, 2, k9Round},
    {"small head, curled", 0.1F, 2, k9SmallHeadCurled, k9SmallHeadCurledFar},
    {"foot", 0.1F, 2.5F, k9Foot, k9FootLong},
    {"hooked head", 0.2F, 2.5F, k9SHead, k9SHeadOpen},
    {"inner start", 0.1F, 1.5F, k9InnerStart, k9InnerStartDeep},
    {"two strokes", 0.1F, 1, k9TwoStrokes, k9TwoStrokesCurved},
};
static_assert(are_sound(k9));

}  // namespace

std::span<const Way> ways_of_8() { return k8; }
std::span<const Way> ways_of_9() { return k9; }

}  // namespace mlp
